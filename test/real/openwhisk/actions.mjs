// An action of the user's own: bundled, typed, with a secret, and guarded against giving it away.
import { expectSame } from "../lib/context.mjs";

export async function actionChecks(check, { run }) {
  await check("a user's action runs with its parameters and its secret, and gets nothing else", async () => {
    const { success, result } = await run("errand", { idempotencyKey: "mail_room/errand/1" });
    expectSame("success", success, true);
    expectSame("result", result, {
      said: "hello hello",
      got: ["greeting", "idempotencyKey", "times", "token"],
      hasToken: true,
    });
  });

  await check("an error of it shows name and message, without the secret", async () => {
    const { success, result } = await run("errand", { idempotencyKey: "mail_room/errand/fail" });
    expectSame("success", success, false);
    expectSame("result", result, { error: { name: "TypeError", message: "no access with ***" } });
  });
}

import { run, secret, step } from "odp";
import { daily } from "../shop.ts";

export { daily };

export const score = step("score", {
  run: run.shell('curl --user "me:$API_TOKEN" https://example.com/a', {
    env: { API_TOKEN: secret("score_api"), TOKEN_FILE: "/run/token" },
  }),
  reads: [daily],
});

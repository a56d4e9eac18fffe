import type { ActionDeclaration } from "../../dsl/action.ts";

/**
 * The module that the runtime calls, before the user's own. Among the runtime's parameters may be `__ow_headers` with
 * the key of the namespace, and a promise that is rejected shows every property of its error to whoever reads the
 * activation: the user's function gets what is declared, and of its errors name and message come out, without secrets.
 */
export function actionEntry({ spec }: ActionDeclaration, file: string): string {
  const secrets = Object.keys(spec.secrets ?? {}).sort();
  const names = [...new Set(["idempotencyKey", ...Object.keys(spec.params ?? {}), ...secrets])].sort();
  return `import { main as action } from ${JSON.stringify(file)};

const NAMES = ${JSON.stringify(names)};
const SECRETS = ${JSON.stringify(secrets)};

export async function main(given) {
  const parameters = Object.fromEntries(
    NAMES.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]),
  );
  try {
    return await action(parameters);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "Error", message: "something else than an error was thrown" };
    const secrets = SECRETS.map((secret) => String(parameters[secret] ?? "")).filter((secret) => secret !== "");
    const shown = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), String(message));
    return { error: { name: String(name), message: shown.slice(0, 1000) } };
  }
}
`;
}

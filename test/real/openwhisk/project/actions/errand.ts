import type { ActionParameters } from "odp";
import type { errand } from "../pipeline.ts";
import { repeated } from "./words.ts";

/** Answers what it was given; for a key that asks for it, fails with an error that holds more than it should. */
export async function main(parameters: ActionParameters<typeof errand>): Promise<object> {
  const { greeting, times, token, idempotencyKey } = parameters;
  if (idempotencyKey.endsWith("fail"))
    throw Object.assign(new TypeError(`no access with ${token}`), { parameters, token });
  return { said: repeated(greeting, times), got: Object.keys(parameters).sort(), hasToken: token !== "" };
}

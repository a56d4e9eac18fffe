import { connection } from "../../compiler/plan/names.ts";
import type { Plan } from "../../compiler/plan/plan.ts";
import { openwhiskClient } from "../openwhisk/client.ts";
import { type ActionChange, compareActions, deployActions, wantedActions } from "../openwhisk/deploy.ts";
import { baseUrl } from "./clients/http.ts";
import type { World } from "./world.ts";

/** The actions of a project in OpenWhisk, held against what is there. */
export interface Delivery {
  readonly changes: readonly ActionChange[];
  /** Why nothing may be done yet, a line each. */
  readonly blocked: readonly string[];
  readonly apply: (done: (path: string) => void) => Promise<void>;
}

const MARKS = { create: "+", update: "~", remove: "-", keep: "=" } as const;

/** Reads what is there; undefined where the project has no action. */
export async function readDelivery(
  plan: Plan,
  files: ReadonlyMap<string, string>,
  world: World,
  environment: NodeJS.ProcessEnv,
  overwrite: readonly string[],
): Promise<Delivery | undefined> {
  if (plan.openwhisk.delivery === null && plan.openwhisk.actions.length === 0) return undefined;
  const address = world.address(connection.openwhisk);
  const url = baseUrl(address, address.kind === "https" ? 443 : 3233);
  const client = openwhiskClient(url, `${address.user}:${address.password}`);
  const wanted = wantedActions(plan.openwhisk, files, (name) => environment[name]);
  const changes = await compareActions(wanted, client);
  const edited = changes.filter(
    ({ kind, isEdited, path }) => kind !== "keep" && isEdited && !overwrite.includes(path),
  );
  return {
    changes,
    blocked: [
      ...wanted.missing.map(
        (name) => `${name} is not set: openwhisk/variables.env.example lists what the actions read`,
      ),
      ...edited.flatMap(({ path }) => [
        `the code of ${path} was changed by hand`,
        `  to overwrite that: --overwrite ${path}`,
      ]),
    ],
    apply: (done) =>
      deployActions(wanted, changes, client, ({ kind, path }) => (kind === "keep" ? undefined : done(path))),
  };
}

/** A line for each action that is not as wanted. Values are never shown: they may be secrets. */
export function deliveryText({ changes }: Delivery): string {
  const lines = changes
    .filter(({ kind }) => kind !== "keep")
    .map(({ kind, path, differs, isEdited }) => {
      const what = differs.length > 0 ? `: ${differs.join(", ")}` : "";
      return `  ${MARKS[kind]} ${path}: ${kind} the action${what}${isEdited ? "   <- changed by hand" : ""}\n`;
    });
  const same = changes.length - lines.length;
  return `\nOpenWhisk\n${lines.join("")}${same > 0 ? `  = ${same} as wanted\n` : ""}`;
}

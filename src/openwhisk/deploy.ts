import { createHash } from "node:crypto";
import type { ActionLimits, BoundParameter, OpenwhiskPlan } from "../../compiler/plan/openwhisk.ts";
import { archive } from "./archive.ts";
import type { ActionThere, OpenwhiskClient, Pair } from "./client.ts";

/** An action as it shall be. Its parameters hold values of secrets: it is never printed. */
export interface WantedAction {
  /** `package/action` */
  readonly path: string;
  readonly code: string;
  /** Whether the code is a zip in base64. */
  readonly isArchive: boolean;
  readonly limits: ActionLimits;
  readonly parameters: readonly Pair[];
}

export interface Wanted {
  readonly project: string;
  readonly package: string;
  readonly actions: readonly WantedAction[];
  /** Variables that have no value and need one. */
  readonly missing: readonly string[];
}

/** One action, and what deploying does to it. */
export interface ActionChange {
  readonly kind: "create" | "update" | "remove" | "keep";
  readonly path: string;
  /** What differs, by name; no value. */
  readonly differs: readonly string[];
  /** Whether somebody else changed it since odp deployed it last: an update overwrites that. */
  readonly isEdited: boolean;
}

const KIND = "nodejs:20";
const PROJECT = "odp-project";
/** Digest of the code as odp deployed it: what stands there and has another one was changed by hand. */
const DIGEST = "odp-digest";

/**
 * What a compiled project wants of OpenWhisk.
 * @param files texts of the output by path, `openwhisk/manifest.yaml`
 * @param variable value of a variable of the environment; secrets are read here and nowhere else
 */
export function wantedActions(
  { project, package: name, delivery, actions }: OpenwhiskPlan,
  files: ReadonlyMap<string, string>,
  variable: (name: string) => string | undefined,
): Wanted {
  const bound = [...(delivery?.parameters ?? []), ...actions.flatMap(({ secrets }) => secrets)];
  const missing = bound
    .filter((one) => !one.isOptional && !variable(one.variable))
    .map((one) => one.variable);
  const values = (parameters: readonly BoundParameter[]): readonly Pair[] =>
    parameters.flatMap((one) => {
      const value = variable(one.variable);
      return value === undefined || value === "" ? [] : [{ key: one.name, value }];
    });
  const wanted: WantedAction[] = [];
  if (delivery !== null)
    wanted.push({
      path: `${name}/${delivery.name}`,
      code: archive(folderIn(files, "openwhisk/deliver/")),
      isArchive: true,
      limits: delivery.limits,
      parameters: values(delivery.parameters),
    });
  for (const action of actions)
    wanted.push({
      path: `${name}/${action.name}`,
      code: files.get(`openwhisk/actions/${action.name}.js`) ?? "",
      isArchive: false,
      limits: action.limits,
      parameters: [
        ...Object.entries(action.params).map(([key, value]) => ({ key, value })),
        ...values(action.secrets),
      ],
    });
  return { project, package: name, actions: wanted, missing: [...new Set(missing)].sort() };
}

function folderIn(files: ReadonlyMap<string, string>, folder: string): ReadonlyMap<string, string> {
  const inside = [...files].filter(([path]) => path.startsWith(folder));
  return new Map(inside.map(([path, text]) => [path.slice(folder.length), text]));
}

/** Reads what is there and compares. Actions of the package that odp did not make are left alone. */
export async function compareActions(
  wanted: Wanted,
  client: OpenwhiskClient,
): Promise<readonly ActionChange[]> {
  const names = (await client.actionsOf(wanted.package)) ?? [];
  const changes: ActionChange[] = [];
  for (const action of wanted.actions) {
    const there = await client.action(action.path);
    changes.push(there === undefined ? created(action.path) : changed(action, there));
  }
  for (const name of names) {
    const path = `${wanted.package}/${name}`;
    if (wanted.actions.some((action) => action.path === path)) continue;
    const there = await client.action(path);
    if (there === undefined || annotation(there, PROJECT) !== wanted.project) continue;
    changes.push({ kind: "remove", path, differs: [], isEdited: isEdited(there) });
  }
  return changes;
}

function created(path: string): ActionChange {
  return { kind: "create", path, differs: [], isEdited: false };
}

function changed(action: WantedAction, there: ActionThere): ActionChange {
  const differs = [
    ...(there.exec.code === action.code ? [] : ["code"]),
    ...(there.exec.kind === KIND ? [] : ["kind"]),
    ...limitsThatDiffer(action.limits, there.limits),
    ...parametersThatDiffer(action.parameters, there.parameters),
  ];
  return {
    kind: differs.length === 0 ? "keep" : "update",
    path: action.path,
    differs,
    isEdited: isEdited(there),
  };
}

function limitsThatDiffer(wanted: ActionLimits, there: ActionThere["limits"]): readonly string[] {
  const { timeout, memory, logs } = apiLimits(wanted);
  return [
    ...(there.timeout === timeout ? [] : ["timeout"]),
    ...(there.memory === memory ? [] : ["memory"]),
    ...(there.logs === logs ? [] : ["logs"]),
  ];
}

function parametersThatDiffer(wanted: readonly Pair[], there: readonly Pair[]): readonly string[] {
  const text = (pairs: readonly Pair[], key: string): string | undefined =>
    JSON.stringify(pairs.find((pair) => pair.key === key)?.value);
  const keys = new Set([...wanted, ...there].map(({ key }) => key));
  return [...keys]
    .filter((key) => text(wanted, key) !== text(there, key))
    .sort()
    .map((key) => `parameter ${key}`);
}

function isEdited(there: ActionThere): boolean {
  return annotation(there, DIGEST) !== digest(there.exec.code ?? "");
}

function annotation({ annotations }: ActionThere, key: string): unknown {
  return annotations.find((each) => each.key === key)?.value;
}

function digest(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

const apiLimits = ({ timeoutMilliseconds, memoryMegabytes, logMegabytes }: ActionLimits) => ({
  timeout: timeoutMilliseconds,
  memory: memoryMegabytes,
  logs: logMegabytes,
});

/** Makes the changes one after another; `done` is told each, so that a failure half-way shows what was done. */
export async function deployActions(
  wanted: Wanted,
  changes: readonly ActionChange[],
  client: OpenwhiskClient,
  done: (change: ActionChange) => void,
): Promise<void> {
  if (changes.some(({ kind }) => kind === "create"))
    await client.putPackage(wanted.package, {
      annotations: [{ key: PROJECT, value: wanted.project }],
      parameters: [],
      publish: false,
    });
  for (const change of changes) {
    const action = wanted.actions.find(({ path }) => path === change.path);
    if (change.kind === "remove") await client.removeAction(change.path);
    else if (change.kind !== "keep" && action !== undefined)
      await client.putAction(action.path, bodyOf(action, wanted.project));
    done(change);
  }
}

function bodyOf(action: WantedAction, project: string): object {
  return {
    exec: { kind: KIND, code: action.code, binary: action.isArchive, main: "main" },
    limits: apiLimits(action.limits),
    parameters: action.parameters,
    annotations: [
      { key: "provide-api-key", value: false },
      { key: PROJECT, value: project },
      { key: DIGEST, value: digest(action.code) },
    ],
  };
}

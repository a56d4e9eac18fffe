import type { Output } from "./dashboard.ts";
import type { AnyRelation } from "./relation.ts";
import type { Schedule } from "./schedule.ts";
import { callSite, type Site } from "./site.ts";
import type { Duration, Secret } from "./values.ts";

/** What an action says. */
export interface ActionSpec extends Output {
  /** The TypeScript file with the function `main`, relative to the file that names it. */
  readonly file: string;
  /** Relations that it reads; it runs after they are built. */
  readonly reads: readonly AnyRelation[];
  /** Constant parameters. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** Parameters that are secrets, bound when it is deployed. */
  readonly secrets?: Readonly<Record<string, Secret>>;
  /** When it is fired. Default: after its inputs were built. */
  readonly schedule?: Schedule;
  /** Memory in megabytes. Default: 256. */
  readonly memoryMegabytes?: number;
  readonly timeout?: Duration;
}

export interface ActionDeclaration {
  readonly kind: "action";
  readonly name: string;
  readonly spec: ActionSpec;
  readonly site: Site;
}

/** A function of the user's own, run by OpenWhisk. */
export function action(name: string, spec: ActionSpec): ActionDeclaration {
  return Object.freeze({ kind: "action", name, spec: Object.freeze(spec), site: callSite(action) });
}

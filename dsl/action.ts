import type { Output } from "./dashboard.ts";
import type { AnyRelation } from "./relation.ts";
import type { Schedule } from "./schedule.ts";
import { callSite, type Site } from "./site.ts";
import type { Duration, Secret } from "./values.ts";

/** Constant parameters of an action. */
type Params = Readonly<Record<string, string | number | boolean>>;

/** What an action says. */
export interface ActionSpec<P extends Params = Params, S extends string = string> extends Output {
  /** The TypeScript file with the function `main`, relative to the file that names it. */
  readonly file: string;
  /** Relations that it reads; it runs after they are built. */
  readonly reads: readonly AnyRelation[];
  /** Constant parameters. */
  readonly params?: P;
  /** Parameters that are secrets, bound when it is deployed from `ODP_<SECRET>_VALUE`. */
  readonly secrets?: Readonly<Record<S, Secret>>;
  /** When it is fired. Default: after its inputs were built. */
  readonly schedule?: Schedule;
  /** Memory in megabytes, 128 to 512. Default: 256. */
  readonly memoryMegabytes?: number;
  /** How long it may run, at most `"5m"`. Default: `"60s"`. */
  readonly timeout?: Duration;
}

export interface ActionDeclaration<P extends Params = Params, S extends string = string> {
  readonly kind: "action";
  readonly name: string;
  readonly spec: ActionSpec<P, S>;
  readonly site: Site;
}

/** A function of the user's own, run by OpenWhisk. */
export function action<P extends Params = Record<never, never>, S extends string = never>(
  name: string,
  spec: ActionSpec<P, S>,
): ActionDeclaration<P, S> {
  return Object.freeze({ kind: "action", name, spec: Object.freeze(spec), site: callSite(action) });
}

/**
 * What the function `main` of an action gets: its parameters, its secrets as texts, and a key that is the same on every
 * try of one run. Import it and the declaration as types: `main(parameters: ActionParameters<typeof restock>)`.
 */
export type ActionParameters<A> =
  A extends ActionDeclaration<infer P, infer S>
    ? { readonly idempotencyKey: string } & { readonly [Key in keyof P]: P[Key] } & {
        readonly [Key in S]: string;
      }
    : never;

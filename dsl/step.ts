import type { AnyRelation } from "./relation.ts";
import { callSite, type Site } from "./site.ts";
import type { Sql } from "./sql.ts";
import type { Described, Duration, Raw, Secret } from "./values.ts";

/** What a step runs. */
export type Run =
  | { readonly kind: "trino"; readonly sql: Sql }
  | {
      readonly kind: "http";
      readonly connection: Secret;
      readonly method: "GET" | "POST" | "PUT" | "DELETE";
      readonly path: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "shell";
      readonly command: string;
      readonly env?: Readonly<Record<string, string | Secret>>;
    }
  | {
      readonly kind: "python";
      readonly file: string;
      readonly env?: Readonly<Record<string, string | Secret>>;
    }
  | {
      readonly kind: "container";
      readonly image: string;
      readonly command: readonly string[];
      readonly env?: Readonly<Record<string, string | Secret>>;
    };

/** How a step does its work; each is an ordinary Airflow operator. */
export const run = Object.freeze({
  /** A statement on Trino. */
  trino: (statement: Sql): Run => Object.freeze({ kind: "trino", sql: statement }),
  /** A request to a service; a status of 400 or more fails the task. */
  http: (request: Omit<Extract<Run, { kind: "http" }>, "kind">): Run =>
    Object.freeze({ kind: "http", ...request }),
  /** A command of the worker's shell. */
  shell: (command: string, options: { readonly env?: Readonly<Record<string, string | Secret>> } = {}): Run =>
    Object.freeze({ kind: "shell", command, ...options }),
  /** A Python file beside the pipeline, run by the worker's Python. */
  python: (file: string, options: { readonly env?: Readonly<Record<string, string | Secret>> } = {}): Run =>
    Object.freeze({ kind: "python", file, ...options }),
  /** A container, in Docker. */
  container: (options: Omit<Extract<Run, { kind: "container" }>, "kind">): Run =>
    Object.freeze({ kind: "container", ...options }),
});

/** What a step says. */
export interface StepSpec extends Described {
  readonly run: Run;
  /** It runs after these are built. */
  readonly reads: readonly AnyRelation[];
  /** Externals that it writes; whatever reads them runs after it. */
  readonly writes?: readonly AnyRelation[];
  /** How long it takes; it counts for ages. Default: `"15m"`. */
  readonly takes?: Duration;
  /** Attempts after the first; only where running it twice does no harm. Default: 0. */
  readonly retries?: number;
  readonly timeout?: Duration;
  /** Raw arguments of the Airflow operator. */
  readonly airflow?: Raw;
}

export interface StepDeclaration {
  readonly kind: "step";
  readonly name: string;
  readonly spec: StepSpec;
  readonly site: Site;
}

/** A task of the user's own between models; the models are built in stages around it. */
export function step(name: string, spec: StepSpec): StepDeclaration {
  return Object.freeze({ kind: "step", name, spec: Object.freeze(spec), site: callSite(step) });
}

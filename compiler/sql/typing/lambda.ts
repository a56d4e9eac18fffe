import type { Lambda } from "../ast/expression.ts";
import type { LambdaArgument } from "../functions/bind.ts";
import type { SqlProblem } from "../problems.ts";
import type { Field, Origin, Typed } from "../resolve/fields.ts";
import { inside } from "../resolve/resolver.ts";
import type { Type } from "../types/type.ts";
import type { Walk } from "./walk.ts";

/** What a walk through a lambda's body found, for one choice of its parameters' types. */
interface Body {
  readonly typed: Typed;
  readonly problems: readonly SqlProblem[];
  readonly origins: readonly Origin[];
  readonly reads: readonly Origin[];
}

/** A lambda whose body is walked through once for each choice of types, and counts only for the one that is taken. */
export interface TriedLambda extends LambdaArgument {
  /**
   * Takes over what was found for these types of its parameters; without them, what was found for those tried last,
   * which tells why none would do.
   */
  readonly commit: (parameters: readonly Type[] | undefined) => void;
}

export function tryLambda(w: Walk, node: Lambda): TriedLambda {
  const bodies = new Map<string, Body>();
  let last: Body | undefined;
  const bodyFor = (parameters: readonly (Type | undefined)[]): Body => {
    const key = parameters.map((type) => type?.text ?? "?").join(";");
    let body = bodies.get(key);
    if (body === undefined) {
      body = walkBody(w, node, parameters);
      bodies.set(key, body);
    }
    return body;
  };
  return {
    arity: node.parameters.length,
    resultOf: (parameters) => {
      last = bodyFor(parameters);
      return last.typed.type;
    },
    commit: (parameters) => {
      const unknown = node.parameters.map(() => undefined);
      const body = parameters === undefined ? (last ?? bodyFor(unknown)) : bodyFor(parameters);
      const { problems, origins, reads } = body;
      for (const problem of problems) w.r.problems.push(problem);
      for (const origin of origins) w.origins.push(origin);
      for (const read of reads) w.r.reads.push(read);
    },
  };
}

function walkBody(w: Walk, node: Lambda, parameters: readonly (Type | undefined)[]): Body {
  const fields = node.parameters.map(
    ({ name }, index): Field => ({
      name,
      label: undefined,
      origins: [],
      type: parameters[index],
      isNullable: undefined,
    }),
  );
  const { context, origins, isInLambda, r } = w;
  const { problems, reads } = r;
  w.context = inside(context, { fields, hidden: [], labels: [], isComplete: true });
  w.origins = [];
  w.isInLambda = true;
  r.problems = [];
  r.reads = [];
  const typed = w.typeOf(w, node.body);
  const body: Body = { typed, problems: r.problems, origins: w.origins, reads: r.reads };
  w.context = context;
  w.origins = origins;
  w.isInLambda = isInLambda;
  r.problems = problems;
  r.reads = reads;
  return body;
}

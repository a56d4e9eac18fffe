import type { Expression } from "./expression.ts";
import type { Identifier, Node, QualifiedName } from "./node.ts";
import type { DataType } from "./type.ts";

/** `FUNCTION name(parameters) RETURNS type … body` behind `WITH`. */
export interface InlineFunction extends Node<"inline-function"> {
  readonly name: QualifiedName;
  readonly parameters: readonly RoutineParameter[];
  readonly returns: DataType;
  readonly characteristics: readonly RoutineCharacteristic[];
  readonly body: RoutineStatement;
}

export interface RoutineParameter extends Node<"routine-parameter"> {
  readonly name: Identifier | undefined;
  readonly type: DataType;
}

export interface RoutineCharacteristic extends Node<"routine-characteristic"> {
  // biome-ignore format: a list, not code
  readonly characteristic:
    | "language" | "deterministic" | "not deterministic" | "returns null on null input"
    | "called on null input" | "security definer" | "security invoker" | "comment";
  /** The language's name or the comment's text. */
  readonly value: string | undefined;
}

export type RoutineStatement =
  | RoutineReturn
  | RoutineSet
  | RoutineCase
  | RoutineIf
  | RoutineJump
  | RoutineBlock
  | RoutineLoop
  | RoutineMissing;

export interface RoutineReturn extends Node<"routine-return"> {
  readonly value: Expression;
}

export interface RoutineSet extends Node<"routine-set"> {
  readonly target: Identifier;
  readonly value: Expression;
}

export interface RoutineBranch extends Node<"routine-branch"> {
  readonly condition: Expression;
  readonly statements: readonly RoutineStatement[];
}

export interface RoutineCase extends Node<"routine-case"> {
  readonly operand: Expression | undefined;
  readonly branches: readonly RoutineBranch[];
  readonly otherwise: readonly RoutineStatement[] | undefined;
}

/** The first branch is `IF`, the others are `ELSEIF`. */
export interface RoutineIf extends Node<"routine-if"> {
  readonly branches: readonly RoutineBranch[];
  readonly otherwise: readonly RoutineStatement[] | undefined;
}

export interface RoutineJump extends Node<"routine-jump"> {
  readonly jump: "iterate" | "leave";
  readonly label: Identifier;
}

export interface RoutineBlock extends Node<"routine-block"> {
  readonly variables: readonly RoutineVariable[];
  readonly statements: readonly RoutineStatement[];
}

export interface RoutineVariable extends Node<"routine-variable"> {
  readonly names: readonly Identifier[];
  readonly type: DataType;
  readonly initial: Expression | undefined;
}

/** `LOOP`, `WHILE condition DO`, `REPEAT … UNTIL condition`. */
export interface RoutineLoop extends Node<"routine-loop"> {
  readonly loop: "loop" | "while" | "repeat";
  readonly label: Identifier | undefined;
  readonly condition: Expression | undefined;
  readonly statements: readonly RoutineStatement[];
}

export interface RoutineMissing extends Node<"routine-missing"> {}

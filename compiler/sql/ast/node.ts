import type { Span } from "../tokens.ts";

/**
 * What every node of a parsed query has: its kind and the half-open range of the text it was read from.
 * Parentheses around an expression leave no node; they are outside its range.
 */
export interface Node<Kind extends string> extends Span {
  readonly kind: Kind;
}

/** A name: unquoted text in lower case, quoted text as it is inside its quotes. */
export interface Identifier extends Node<"identifier"> {
  readonly name: string;
  readonly isQuoted: boolean;
}

/** `catalog.schema.table`, never empty. */
export interface QualifiedName extends Node<"name"> {
  readonly parts: readonly Identifier[];
}

/** Stands where something was expected and not found, so that the rest of the query keeps its shape. */
export interface Missing extends Node<"missing"> {}

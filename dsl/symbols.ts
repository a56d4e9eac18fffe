/**
 * Everything that a relation is besides its columns lives under symbols, since a column may have any name.
 * `Symbol.for` lets two copies of the language in one process understand each other.
 */
export const DECLARATION: unique symbol = Symbol.for("odp.declaration");
export const COLUMN: unique symbol = Symbol.for("odp.column");
export const FACE: unique symbol = Symbol.for("odp.face");
export const SQL: unique symbol = Symbol.for("odp.sql");

import type { Declaration, Kind } from "../../dsl/declaration.ts";
import type { PostgresDeclaration, TableDeclaration } from "../../dsl/postgres.ts";
import type { Face } from "../../dsl/relation.ts";
import * as names from "../plan/names.ts";

/** Schema and table of a relation in the lake. */
export interface LakeTable {
  readonly schema: string;
  readonly table: string;
}

/** Where a relation stands in the lake; undefined for what is no relation. */
export function lakeTable(
  declaration: Declaration,
  face: Face,
  ownSchema: (source: string) => string,
): LakeTable | undefined {
  switch (declaration.kind) {
    case "table":
      return tableInLake(declaration, face, ownSchema(declaration.source));
    case "model":
      return { schema: names.layerSchema[declaration.layer], table: declaration.name };
    case "seed":
      return { schema: names.layerSchema.seed, table: declaration.name };
    case "external":
      return { schema: declaration.spec.schema, table: declaration.spec.table ?? declaration.name };
    default:
      return undefined;
  }
}

function tableInLake(declaration: TableDeclaration, face: Face, ownSchema: string): LakeTable {
  const table = names.tableName(declaration.schema, declaration.table, ownSchema);
  const named = { current: table, history: names.historyTable(table), changes: names.changesTable(table) };
  return { schema: names.currentSchema(declaration.source), table: named[face] };
}

/** The schema whose tables a source names without their schema. */
export function ownSchema(source: PostgresDeclaration): string {
  return source.spec.schema ?? "public";
}

/** Kinds that can be read in SQL. */
export const RELATION_KINDS: ReadonlySet<Kind> = new Set<Kind>(["table", "model", "seed", "external"]);

import type { FixtureRow, FixtureValue } from "../../../dsl/test.ts";
import type { GraphNode } from "../../graph/graph.ts";

/** The rows of a seed, wherever they are written. */
export interface SeedRows {
  /** Names of the CSV's header; nothing for rows in the declaration. */
  readonly header?: readonly string[];
  readonly rows: readonly FixtureRow[];
  /** Lines of the CSV with another number of fields than the header, from 1. */
  readonly uneven: readonly number[];
}

export function seedRows(node: GraphNode<"seed">): SeedRows {
  const { rows } = node.declaration.spec;
  if (node.attachment === undefined) return { rows: rows ?? [], uneven: [] };
  const [header = [], ...lines] = csvRecords(node.attachment.text);
  const names = header.map((name) => name.trim());
  return {
    header: names,
    // An empty field is null, as dbt's loader reads it.
    rows: lines.map((fields) =>
      Object.fromEntries(
        names.map((name, index): [string, FixtureValue] => [
          name,
          fields[index] === "" ? null : (fields[index] ?? null),
        ]),
      ),
    ),
    uneven: lines.flatMap((fields, index) => (fields.length === names.length ? [] : [index + 2])),
  };
}

/** Records of a CSV text: commas, double quotes around fields, doubled inside them. Empty lines are left out. */
export function csvRecords(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let isQuoted = false;
  const endField = (): void => {
    record.push(field);
    field = "";
  };
  const endRecord = (): void => {
    endField();
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
  };
  const body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  for (let at = 0; at < body.length; at++) {
    const character = body[at] ?? "";
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (body[at + 1] === '"') {
        field += '"';
        at++;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ",") endField();
    else if (character === "\n") endRecord();
    else field += character;
  }
  if (field !== "" || record.length > 0) endRecord();
  return records;
}

import { Failure } from "./failure.ts";
import type { Batch } from "./trino.ts";

export interface Column {
  readonly name: string;
  /** As Trino spells it: `decimal(12,2)`. */
  readonly type: string;
}

export type Row = readonly unknown[];

/** Rows that are read once, a batch at a time: a report is never held as a whole. */
export interface Table {
  readonly columns: readonly Column[];
  readonly isEmpty: boolean;
  readonly batches: AsyncIterable<readonly Row[]>;
  /** Rows read so far. */
  readonly count: () => number;
  /** Ends the query behind it. */
  readonly close: () => Promise<unknown>;
}

/** Waits for the first row, so that a result is known to be empty before anything is written. */
export async function openTable(pages: AsyncGenerator<Batch>, rowLimit: number): Promise<Table> {
  let first = await pages.next();
  while (first.done !== true && first.value.rows.length === 0) {
    const next = await pages.next();
    if (next.done === true) return { columns: first.value.columns, ...NO_ROWS };
    first = next;
  }
  if (first.done === true) throw new Failure("QueryFailed", "the query has no result");
  const { columns, rows } = first.value;
  let count = 0;
  async function* batches(): AsyncGenerator<readonly Row[]> {
    for (let batch = rows; ; ) {
      count += batch.length;
      if (count > rowLimit)
        throw new Failure("TooManyRows", `the query has more than the ${rowLimit} rows of \`rowLimit\``);
      yield batch;
      const next = await pages.next();
      if (next.done === true) return;
      batch = next.value.rows;
    }
  }
  return {
    columns,
    isEmpty: false,
    batches: batches(),
    count: () => count,
    close: () => pages.return(undefined),
  };
}

const NO_ROWS = {
  isEmpty: true,
  batches: { async *[Symbol.asyncIterator]() {} },
  count: () => 0,
  close: () => Promise.resolve(),
};

/** What a column's values are, for writers that tell them apart. */
export type ValueKind = "number" | "date" | "timestamp" | "boolean" | "text";

export function valueKind({ type }: Column): ValueKind {
  if (/^(?:tinyint|smallint|integer|bigint|real|double|decimal(?:\(.*)?)$/.test(type)) return "number";
  if (type === "date" || type === "boolean") return type;
  // With a zone a time has no form in a sheet.
  return /^timestamp(?:\(\d+\))?$/.test(type) ? "timestamp" : "text";
}

/** A value as text, exact; lists, rows and maps as JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

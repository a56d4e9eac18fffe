// A source with one table, for variants that differ in a column.
import { type AnyColumn, pg, postgres, secret, table } from "odp";
import type { PostgresSpec, TableOptions } from "../../../dsl/postgres.ts";

type Columns = Readonly<Record<string, AnyColumn>>;
type Source = Partial<Omit<PostgresSpec, "tables" | "schemas">>;

/** A source with the table `orders`: an `id` and these columns. */
export function ordersWith(columns: Columns, source: Source = {}) {
  return [
    postgres("shop", {
      connection: secret("shop_pg"),
      tables: { orders: { id: pg.bigint().primaryKey(), ...columns } },
      ...source,
    }),
  ];
}

/** A source with the table `orders`: these columns only. */
export function ordersOf(columns: Columns, options: TableOptions = {}) {
  return [
    postgres("shop", { connection: secret("shop_pg"), tables: { orders: table(columns, options) as never } }),
  ];
}

/** The same in a further schema. */
export function invoicesOf(columns: Columns) {
  return [
    postgres("shop", {
      connection: secret("shop_pg"),
      tables: {},
      schemas: { billing: { invoices: columns as never } },
    }),
  ];
}

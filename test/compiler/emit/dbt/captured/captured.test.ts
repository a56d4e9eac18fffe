import { describe, expect, test } from "vitest";
import { changes, mart, pg, postgres, secret, sql, t, table } from "../../../../../dsl/index.ts";
import { dbtFiles } from "../files.ts";

const crm = postgres("crm", {
  connection: secret("crm_pg"),
  allowLoss: ["nan", "infinity", "far-year", "dimensions"],
  tables: {
    orders: {
      id: pg.bigint().primaryKey(),
      total: pg.numeric(12, 2),
      status: pg.enum("order_status", ["new", "it's paid"]),
      note: pg.text().nullable(),
    },
    items: table(
      { code: pg.uuid().primaryKey(), line: pg.integer().primaryKey(), at: pg.timestamptz().nullable() },
      { keepDeleted: "30d", estimatedRows: 40_000_000 },
    ),
  },
});
const counted = mart("counted", {
  columns: { rows: t.bigint() },
  grain: ["rows"],
  sql: sql`select count(*) as rows from ${changes(crm.orders)}`,
});
const files = dbtFiles([crm, counted]);
const fileOf = (path: string): string => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`no ${path} among ${[...files.keys()].join(", ")}`);
  return text;
};
const model = (name: string): string => fileOf(`models/captured/crm/${name}.sql`);

describe("models of captured tables", () => {
  test("the current view has exactly the declared columns", () => {
    expect(model("crm__orders")).toContain(
      "select\n    id,\n    total,\n    status,\n    note\nfrom {{ ref('base_crm__orders') }}\nwhere not _is_deleted\n",
    );
  });

  test("changes are there where they are read, versions are not", () => {
    expect(model("crm__orders_changes")).toContain("_operation,\n    _changed_at,\n    _position\nfrom");
    expect(files.has("models/captured/crm/crm__orders_history.sql")).toBe(false);
    expect(files.has("models/captured/crm/base_crm__items_changes.sql")).toBe(false);
  });

  test("a compound key is merged and joined by all its columns, as types of the state", () => {
    const text = model("base_crm__items");
    expect(text).toContain("unique_key=['code', 'line']");
    expect(text).toContain("on known.code = latest.code\n    and known.line = latest.line");
    expect(text).toContain("cast(code as uuid) as code");
  });

  test("a large table is cut into buckets, a small one is not", () => {
    expect(model("base_crm__items")).toContain(`"partitioning": "ARRAY['bucket(code, 16)']"`);
    expect(model("base_crm__orders")).not.toContain("bucket(");
  });

  test("tombstones go only where the table says so, and never with the newest batch", () => {
    expect(model("base_crm__items")).toContain(
      "interval '2592000' second and _odp_batch < (select max(_odp_batch)",
    );
    expect(model("base_crm__orders")).not.toContain("post_hook");
  });

  test("only columns that may be left out are filled from what is known", () => {
    const text = model("base_crm__orders");
    expect(text).toContain("when latest._odp_has_note then latest.note");
    expect(text).toContain(
      "if(latest._odp_has_values, cast(nullif(latest.total, 'NAN') as decimal(12,2)), known.total) as total",
    );
    expect(model("base_crm__items")).not.toContain("_odp_unseen");
  });

  test("the comparison with PostgreSQL is one safely quoted query", () => {
    const text = fileOf("tests/captured/crm/crm__orders_equals_source.sql");
    expect(text).toContain(
      'crm_pg.system.query(query => \'select "id" as "id", nullif("total", \'\'NaN\'\')::numeric(12,2) as "total"',
    );
    expect(text).toContain("{{ config(tags=['cdc', 'reconcile']) }}");
  });

  test("labels of an enum are tested with their quotes", () => {
    expect(fileOf("models/captured/crm/crm__orders.yml")).toContain("it''s paid");
  });

  test("every table has unit tests with its own columns", () => {
    const text = fileOf("models/captured/crm/crm__items.yml");
    for (const name of [
      "delete_keeps_last_values",
      "replay_is_ignored",
      "newer_epoch_wins_with_a_lower_position",
      "full_build",
    ])
      expect(text).toContain(`name: base_crm__items_${name}`);
    expect(text).not.toContain("unchanged_large_value_is_kept");
  });
});

import { incremental, mart, pg, postgres, type Sql, secret, sql, staging, t } from "odp";
import { describe, expect, test } from "vitest";
import { lowerDbt } from "../../../../compiler/plan/lower/dbt.ts";
import { relationsOf } from "../../../../compiler/plan/lower/dbt-sql.ts";
import { graphOf } from "../../project.ts";

const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    orders: {
      id: pg.bigint().primaryKey(),
      status: pg.text(),
      placed_at: pg.timestamptz(),
      local_at: pg.timestamp(),
      day: pg.date(),
    },
    items: { id: pg.bigint().primaryKey(), order_id: pg.bigint(), price: pg.numeric(12, 2) },
  },
});
const stgOrders = staging("stg_orders", {
  columns: { id: t.bigint(), placed_at: t.timestamptz(), day: t.date() },
  sql: sql`select id, placed_at, day from ${shop.orders}`,
});

const DAY = "cast(o.placed_at at time zone 'Africa/Nairobi' as date)";

/** The relations of which only the window is read, as `model.instant`, with unit and alias where they are not plain. */
function recentIn(body: Sql, period = "day"): readonly string[] {
  const model = mart("model", {
    columns: { [period]: t.date(), n: t.bigint() },
    grain: [period],
    materialize: incremental({ period: period as never, recompute: "3 days", zone: "Africa/Nairobi" }),
    sql: body,
  });
  const lowered = lowerDbt(graphOf([shop, stgOrders, model])).models.find(({ name }) => name === "model");
  return relationsOf(lowered?.sql ?? []).flatMap((piece) => {
    if (piece.kind !== "recent" || piece.ref.kind !== "ref") return [];
    return [
      [`${piece.ref.model}.${piece.instant}`, piece.unit === "day" ? "" : piece.unit, piece.alias ?? ""]
        .join(" ")
        .trim(),
    ];
  });
}

const raw = (text: string): Sql =>
  sql(Object.assign([text], { raw: [text] }) as unknown as TemplateStringsArray);

describe("the instant behind a period", () => {
  test("is found in the ways to write a local day", () => {
    expect(
      recentIn(
        sql`select cast(o.placed_at at time zone 'Africa/Nairobi' as date) as day, count(*) as n from ${shop.orders} as o group by 1`,
      ),
    ).toEqual(["shop__orders.placed_at"]);
    expect(
      recentIn(
        sql`select date(placed_at at time zone 'Africa/Nairobi') as day, count(*) as n from ${shop.orders} group by 1`,
      ),
    ).toEqual(["shop__orders.placed_at  orders"]);
  });

  test("is found behind longer periods, inside and outside of the cast", () => {
    const month = sql`select cast(date_trunc('month', o.placed_at at time zone 'Europe/Berlin') as date) as month, count(*) as n from ${shop.orders} as o group by 1`;
    const week = sql`select date_trunc('week', cast(o.placed_at at time zone 'Europe/Berlin' as date)) as month, count(*) as n from ${shop.orders} as o group by 1`;
    expect(recentIn(month, "month")).toEqual(["shop__orders.placed_at month"]);
    expect(recentIn(week, "month")).toEqual(["shop__orders.placed_at week"]);
  });

  test("is found on any side of joins, through common tables and views of the user's", () => {
    expect(
      recentIn(
        sql`select cast(o.placed_at at time zone 'Africa/Nairobi' as date) as day, count(*) as n from ${shop.items} as i left join ${shop.orders} as o on o.id = i.order_id group by 1`,
      ),
    ).toEqual(["shop__orders.placed_at"]);
    expect(
      recentIn(
        sql`with base as (select * from ${stgOrders}) select cast(b.placed_at at time zone 'Africa/Nairobi' as date) as day, count(*) as n from base as b group by 1`,
      ),
    ).toEqual(["stg_orders.placed_at  stg_orders"]);
    expect(
      recentIn(
        sql`select d.day, sum(d.n) as n from (select cast(o.placed_at at time zone 'Africa/Nairobi' as date) as day, 1 as n from ${stgOrders} as o) as d group by d.day`,
      ),
    ).toEqual(["stg_orders.placed_at"]);
  });

  test("is the right one of two relations, by the columns that they have", () => {
    expect(
      recentIn(
        sql`select cast(placed_at at time zone 'Africa/Nairobi' as date) as day, count(*) as n from ${shop.items} join ${shop.orders} on orders.id = items.order_id group by 1`,
      ),
    ).toEqual(["shop__orders.placed_at  orders"]);
  });

  test("is found where names are written as text", () => {
    expect(
      recentIn(raw(`select ${DAY} as day, count(*) as n from shop.orders as o group by ${DAY}`)),
    ).toEqual(["shop__orders.placed_at"]);
  });

  // Each of these would give other rows if the relation were cut, or is no instant.
  const UNSAFE: Readonly<Record<string, string>> = {
    "a window function": `select ${DAY} as day, sum(count(*)) over (order by 1) as n from shop.orders as o group by 1`,
    "a limit": `select ${DAY} as day, count(*) as n from shop.orders as o group by 1 limit 5`,
    "a union": `select ${DAY} as day, 1 as n from shop.orders as o union all select date '2026-01-01', 1`,
    "groups without the period": `select max(${DAY}) as day, count(*) as n from shop.orders as o group by o.status`,
    "grouping sets": `select ${DAY} as day, count(*) as n from shop.orders as o group by rollup (${DAY})`,
    "a local time":
      "select cast(o.local_at at time zone 'Africa/Nairobi' as date) as day, count(*) as n from shop.orders as o group by 1",
    "a period that falls back on another": `select coalesce(${DAY}, o.day) as day, count(*) as n from shop.orders as o group by 1`,
    "a date of the source": "select o.day, count(*) as n from shop.orders as o group by 1",
    "a cast without a zone, which Trino sees through":
      "select cast(o.placed_at as date) as day, count(*) as n from shop.orders as o group by 1",
    "a try_cast": `select try_${DAY} as day, count(*) as n from shop.orders as o group by 1`,
    "a common table that is read twice": `with base as (select * from shop.orders) select ${DAY} as day, (select count(*) from base) as n from base as o group by 1`,
    "a recursive query": `with recursive base (placed_at) as (select placed_at from shop.orders) select ${DAY} as day, 1 as n from base as o group by 1`,
    "a sample": `select ${DAY} as day, count(*) as n from shop.orders tablesample bernoulli (10) as o group by 1`,
    "what does not parse": `select ${DAY} as day, count(*) as n from shop.orders as o group by (`,
  };
  for (const [what, text] of Object.entries(UNSAFE))
    test(`is not used with ${what}`, () => {
      expect(recentIn(raw(text))).toEqual([]);
    });
});

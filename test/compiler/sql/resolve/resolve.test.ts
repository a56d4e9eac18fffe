import { describe, expect, test } from "vitest";
import { parse } from "../../../../compiler/sql/parse/parse.ts";
import { resolve } from "../../../../compiler/sql/resolve/resolve.ts";
import type { Catalog } from "../../../../compiler/sql/resolve/resolver.ts";
import { corpus } from "../corpus.ts";

const TABLES: ReadonlyMap<string, readonly string[]> = new Map([
  ["shop.orders", ["id", "customer_id", "total", "status", "created_at"]],
  ["changes:shop.orders", ["id", "total", "_operation"]],
  ["shop.customers", ["id", "email", "country"]],
  ["daily", ["day", "revenue", "items"]],
]);

const catalog: Catalog = (parts, face) => {
  const columns = TABLES.get(`${face === "current" ? "" : `${face}:`}${parts.join(".")}`);
  return columns && { columns: columns.map((name) => ({ name })) };
};

/** Each output column as `name: use origin, origin`; a last `...` where columns are hidden. */
function outputOf(text: string): readonly string[] {
  const parsed = parse(text);
  expect(parsed.problems).toEqual([]);
  const { columns, isComplete, problems } = resolve(parsed.query, catalog);
  expect(problems).toEqual([]);
  const lines = columns.map(({ name, use, origins }) => {
    const from = origins.map((origin) => {
      const relation = `${origin.face === "current" ? "" : `${origin.face}:`}${origin.relation.join(".")}`;
      return `${relation}.${origin.column}${origin.use === use ? "" : ` (${origin.use})`}`;
    });
    return `${name ?? "_"}: ${use}${from.length > 0 ? ` ${from.join(", ")}` : ""}`;
  });
  return isComplete ? lines : [...lines, "..."];
}

/** Each problem as `piece: message -- help`. */
function problemsOf(text: string): readonly string[] {
  const parsed = parse(text);
  expect(parsed.problems).toEqual([]);
  return resolve(parsed.query, catalog).problems.map(({ span, message, help }) => {
    return `${text.slice(span.start, span.end)}: ${message}${help === undefined ? "" : ` -- ${help}`}`;
  });
}

describe("output columns and their lineage", () => {
  test("copied, transformed, aggregated, constant", () => {
    const text = `select o.id, o.total * 2 as double_total, sum(o.total) as revenue, count(*) as n, 1 as one, upper(status)
      from shop.orders o group by 1, 2, 5, 6`;
    expect(outputOf(text)).toEqual([
      "id: copied shop.orders.id",
      "double_total: transformed shop.orders.total",
      "revenue: aggregated shop.orders.total",
      "n: aggregated",
      "one: constant",
      "_: transformed shop.orders.status",
    ]);
  });

  test("one expression with columns of different fates", () => {
    expect(
      outputOf("select case when status = 'paid' then sum(total) end as x from shop.orders group by status"),
    ).toEqual(["x: aggregated shop.orders.status (transformed), shop.orders.total"]);
  });

  test("lineage goes through common tables, derived tables and unions", () => {
    const text = `with paid as (select customer_id as who, total from shop.orders where status = 'paid'),
      sums (who, revenue) as (select who, sum(total) from paid group by who)
      select s.who, s.revenue / 2 as half from sums s
      union all select c.id, x from (select id, 0 as x from shop.customers) c`;
    expect(outputOf(text)).toEqual([
      "who: copied shop.orders.customer_id, shop.customers.id",
      "half: aggregated shop.orders.total",
    ]);
  });

  test("stars expand in order, shared columns of a join first and once", () => {
    expect(outputOf("select * from shop.customers")).toHaveLength(3);
    expect(
      outputOf("select c.*, o.total from shop.orders o join shop.customers c on c.id = o.customer_id"),
    ).toEqual([
      "id: copied shop.customers.id",
      "email: copied shop.customers.email",
      "country: copied shop.customers.country",
      "total: copied shop.orders.total",
    ]);
    expect(
      outputOf("select * from shop.customers join (select id, 1 as n from shop.orders) using (id)"),
    ).toEqual(
      [
        "id: copied shop.customers.id, shop.orders.id",
        "email: copied shop.customers.email",
        "country: copied shop.customers.country",
        "n: copied",
      ].map((line) => line.replace("n: copied", "n: copied")),
    );
  });

  test("an unknown table hides columns, and accuses nobody", () => {
    expect(outputOf("select *, y.z, nonsense from elsewhere y")).toEqual([
      "z: copied",
      "nonsense: copied",
      "...",
    ]);
    expect(outputOf("select o.id, w, anything.b from shop.orders o cross join elsewhere")).toHaveLength(3);
  });

  test("faces have columns of their own", () => {
    expect(outputOf(`select _operation, c.total from changes("shop.orders") c`)).toEqual([
      "_operation: copied changes:shop.orders._operation",
      "total: copied changes:shop.orders.total",
    ]);
  });

  test("unnest, lateral, values, json_table and lambdas", () => {
    const text = `select d.day, u.item, u.n, l.low, v.b, j.x, transform(u.item, i -> i + v.a) as t
      from daily d cross join unnest(d.items) with ordinality as u (item, n)
      cross join lateral (select min(d.revenue) as low) l
      cross join (values (1, 'x'), (2, 'y')) as v (a, b)
      cross join json_table(d.items, '$' columns (x integer)) as j`;
    expect(outputOf(text)).toEqual([
      "day: copied daily.day",
      "item: transformed daily.items",
      "n: copied",
      "low: aggregated daily.revenue",
      "b: copied",
      "x: transformed daily.items",
      "t: transformed daily.items",
    ]);
  });

  test("subqueries see the outer query, and scalar ones are part of the value", () => {
    const text = `select (select max(o.total) from shop.orders o where o.customer_id = c.id) as top from shop.customers c
      where exists (select 1 from shop.orders where customer_id = c.id) and c.id in (select customer_id from shop.orders)`;
    expect(outputOf(text)).toEqual(["top: aggregated shop.orders.total"]);
  });

  test("a recursive table sees its first part", () => {
    const text = `with recursive r (n, who) as (select 1, email from shop.customers union all select n + 1, who from r)
      select n, who from r`;
    expect(outputOf(text)).toEqual(["n: copied", "who: copied shop.customers.email"]);
  });

  test("order by sees aliases and columns, group by places", () => {
    const text = `select status as state, count(*) as n from shop.orders o group by 1, o.created_at
      order by state, n desc, o.created_at, 2`;
    expect(outputOf(text)).toHaveLength(2);
  });

  test("quoted and unquoted names of columns are the same in any letter case", () => {
    expect(outputOf(`select "ID", O.Total from shop.orders O`)).toEqual([
      "ID: copied shop.orders.id",
      "total: copied shop.orders.total",
    ]);
  });

  test("reads hold what conditions name, too", () => {
    const { reads } = resolve(
      parse("select id from shop.orders where status = 'x' order by total").query,
      catalog,
    );
    expect(reads.map(({ column }) => column)).toEqual(["status", "id", "total"]);
  });
});

describe("problems", () => {
  test.each([
    [
      "select o.totall from shop.orders o",
      ["totall: `totall` is not a column of `o` -- did you mean `total`?"],
    ],
    [
      "select totall from shop.orders",
      ["totall: `totall` is not a column of the relations here -- did you mean `total`?"],
    ],
    ["select x.id from shop.orders o", ["x: `x` is neither a relation nor a column here"]],
    ["select orders.id from shop.orders o", ["orders: `orders` is neither a relation nor a column here"]],
    ["select x.* from shop.orders o", ["x: `x` is no relation of this query"]],
    [
      "select id from shop.orders o join shop.customers c on c.id = o.customer_id",
      ["id: `id` is ambiguous: `o` and `c` have it -- write `o.id` or `c.id`"],
    ],
    [
      `select id from shop.orders where status = "paid"`,
      [
        `"paid": \`paid\` is not a column of the relations here -- a string is written in single quotes: \`'paid'\``,
      ],
    ],
    [
      "select total * 2 as twice from shop.orders where twice > 1",
      [
        "twice: `twice` is not a column of the relations here -- an alias of the select list is not seen here: write its expression, or use an outer query",
      ],
    ],
    ["select id from shop.orders group by 2", ["2: there is no column 2: the select list has 1 column"]],
    ["select id from shop.orders order by 3", ["3: there is no column 3: the select list has 1 column"]],
    [
      "select id from shop.orders union select id, email from shop.customers",
      ["select id, email from shop.customers: the sides of this `union` have 1 and 2 columns"],
    ],
    ["select * from (select 1, 2) as t (a)", ["a: 1 name for 2 columns"]],
    ["values (1, 2), (3)", ["3: this row has 1 value, the first one has 2"]],
    [
      "select 1 from shop.orders join shop.customers using (idd)",
      [
        "idd: `idd` is not a column of the left side of this join -- did you mean `id`?",
        "idd: `idd` is not a column of the right side of this join -- did you mean `id`?",
      ],
    ],
    [
      "with a as (select totl from shop.orders) select totl, b from a where exists (select c.x from shop.customers c)",
      [
        "totl: `totl` is not a column of the relations here -- did you mean `total`?",
        "b: `b` is not a column of the relations here",
        "x: `x` is not a column of `c`",
      ],
    ],
  ])("%s", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

const FROM_UNKNOWN = [
  "whole-models",
  "common-tables",
  "set-operations",
  "match-recognize",
  "functions",
] as const;

test.each(FROM_UNKNOWN.flatMap((file) => corpus("valid", file)))(
  "with no table known, nothing is accused: %s",
  (text) => {
    expect(resolve(parse(text).query, () => undefined).problems).toEqual([]);
  },
);

test("without a from there are no columns", () => {
  expect(problemsOf("select a, 1")).toEqual(["a: `a` is a column, but there is no `from`"]);
});

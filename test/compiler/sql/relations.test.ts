import { expect, test } from "vitest";
import { findColumnReferences, findRelations } from "../../../compiler/sql/relations.ts";

/** Each relation as `[face:]name.parts[ alias][ (cte)]`. */
function relationsOf(text: string): readonly string[] {
  return findRelations(text).relations.map(({ face, parts, alias, isCommonTable }) => {
    const name = parts.map((part) => part.name).join(".");
    return `${face === "current" ? "" : `${face}:`}${name}${alias ? ` ${alias.name}` : ""}${isCommonTable ? " (cte)" : ""}`;
  });
}

function columnsOf(text: string): readonly string[] {
  return findColumnReferences(text).map(({ relation, column }) => {
    return `${relation.parts.map((part) => part.name).join(".")}: ${column.name}`;
  });
}

test("finds tables in FROM, joins and nested queries, with their aliases", () => {
  const query = `select o.id, (select max(x) from audit.Log) from shop.orders as o, "Odd Name" n
    left join (select * from (a join b on a.k = b.k)) t on true
    where exists (select 1 from c where c.k = o.id) union all table d`;
  expect(relationsOf(query)).toEqual(["audit.log", "shop.orders o", "Odd Name n", "a", "b", "c", "d"]);
});

test("a FROM inside a call names no table", () => {
  const query =
    "select extract(day from d), trim(both 'x' from e), substring(f from 2), g is distinct from h from t";
  expect(relationsOf(query)).toEqual(["t"]);
});

test("a common table is visible to later ones and to its query, not to itself nor to the outside", () => {
  const query =
    "with a as (select * from a), b as (with n as (table x) select * from a, n) select * from b, n";
  expect(relationsOf(query)).toEqual(["a", "x", "a (cte)", "n (cte)", "b (cte)", "n"]);
});

test("a recursive common table sees itself", () => {
  const query = "with recursive r(n) as (values 1 union all select n + 1 from r) select * from r";
  expect(relationsOf(query)).toEqual(["r (cte)", "r (cte)"]);
});

test("faces of a captured table are relations, whichever way the name is quoted", () => {
  const query = `select * from changes(shop.orders) c join changes("shop.orders") d on true, history("shop"."orders")`;
  expect(relationsOf(query)).toEqual([
    "changes:shop.orders c",
    "changes:shop.orders d",
    "history:shop.orders",
  ]);
});

test("spans cut the name and the call out of the text", () => {
  const query = "select 1 from changes( shop . orders ) as c";
  const [relation] = findRelations(query).relations;
  expect(query.slice(relation?.span.start, relation?.span.end)).toBe("changes( shop . orders )");
  expect(query.slice(relation?.nameSpan.start, relation?.nameSpan.end)).toBe("shop . orders");
  expect(query.slice(relation?.alias?.span.start, relation?.alias?.span.end)).toBe("c");
});

test("table functions name the tables they are given", () => {
  const query = "select * from table(f(input => table(shop.orders) partition by k, n => 1)) t";
  expect(relationsOf(query)).toEqual(["shop.orders"]);
});

test("qualified columns find their relation through alias, name and outer scopes", () => {
  const query = `select o.totall, orders.x, shop.customers.email from shop.orders o join shop.customers on
    customers.id = o.customer_id where exists (select 1 from items i where i.order_id = o.id)`;
  expect(columnsOf(query)).toEqual([
    "shop.orders: totall",
    "shop.customers: email",
    "shop.customers: id",
    "shop.orders: customer_id",
    "items: order_id",
    "shop.orders: id",
  ]);
});

test("an inner alias hides the outer one", () => {
  expect(columnsOf("select t.a from x t where exists (select t.b from y t)")).toEqual(["x: a", "y: b"]);
});

test("a derived table hides the tables inside it, and an outer alias of its name", () => {
  const query = "select o.a from x o where exists (select o.b, y.c from (select y.d from y) o)";
  expect(columnsOf(query)).toEqual(["x: a", "y: d"]);
});

test("lambda parameters and pattern variables are no relations", () => {
  const query = `select transform(t.a, t -> t.b) from x t, y match_recognize (
    measures z.e as e pattern (z) define z as z.f > y.g)`;
  expect(columnsOf(query)).toEqual(["x: a", "y: g"]);
});

test("order by, lateral, unnest and time travel are in scope too", () => {
  const query = `select 1 from x for version as of 3 t cross join unnest(t.items) as i (n),
    lateral (select t.b from z) l order by t.c`;
  expect(relationsOf(query)).toEqual(["x t", "z"]);
  expect(columnsOf(query)).toEqual(["x: items", "x: b", "x: c"]);
});

test("fields behind a column are not part of the reference", () => {
  const text = "select t.address.city from x t";
  const [reference] = findColumnReferences(text);
  expect(text.slice(reference?.span.start, reference?.span.end)).toBe("t.address");
});

test("letter case does not matter, in quotes neither", () => {
  expect(columnsOf(`select "O"."Total", o.ID from shop.orders "O"`)).toEqual([
    "shop.orders: total",
    "shop.orders: id",
  ]);
});

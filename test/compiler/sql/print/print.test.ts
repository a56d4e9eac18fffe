import { expect, test } from "vitest";
import { parse } from "../../../../compiler/sql/parse/parse.ts";
import { print } from "../../../../compiler/sql/print/print.ts";
import { corpus } from "../corpus.ts";
import { shapeOf } from "../walk.ts";

test.each([...corpus("valid"), ...corpus("own")])(
  "printing and parsing again changes nothing: %s",
  (text) => {
    const { query } = parse(text);
    const printed = print(query);
    const again = parse(printed);
    expect(again.problems).toEqual([]);
    expect(shapeOf(again.query)).toBe(shapeOf(query));
    expect(print(again.query)).toBe(printed);
  },
);

test("the canonical form", () => {
  const text = `WITH Recent AS (SELECT * FROM shop.orders WHERE (created_at > DATE '2024-01-01'))
    SELECT Country, ((SUM(total))) revenue FROM recent r JOIN "Customers" USING (id) LEFT JOIN (a CROSS JOIN b) ON TRUE
    WHERE a != 1 AND (b OR c) GROUP BY 1 ORDER BY revenue DESC LIMIT 10`;
  expect(print(parse(text).query)).toBe(`with recent as (
  select *
  from shop.orders
  where created_at > date '2024-01-01'
)
select country, sum(total) as revenue
from recent as r
join "Customers" using (id)
left join (a
cross join b) on true
where a <> 1 and (b or c)
group by 1
order by revenue desc
limit 10`);
});

test("long runs are printed without recursion", () => {
  const text = `select 1${" + 1".repeat(1_500)}\nfrom t${"\ncross join t".repeat(1_500)}${"\nunion\nselect 1".repeat(1_500)}`;
  expect(print(parse(text).query)).toBe(text);
});

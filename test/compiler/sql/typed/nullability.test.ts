import { describe, expect, test } from "vitest";
import { parse } from "../../../../compiler/sql/parse/parse.ts";
import { resolve } from "../../../../compiler/sql/resolve/resolve.ts";
import type { Catalog } from "../../../../compiler/sql/resolve/resolver.ts";

const COLUMNS = [
  { name: "id", type: "bigint", isNullable: false },
  { name: "note", type: "varchar", isNullable: true },
  { name: "total", type: "decimal(12,2)", isNullable: false },
  { name: "other", type: "bigint" },
];
const catalog: Catalog = () => ({ columns: COLUMNS });

/** `!` for never null, `?` for what can be null, `.` for what is not known. */
function nullabilityOf(text: string): string {
  const { query, problems } = parse(text);
  expect(problems).toEqual([]);
  const { columns } = resolve(query, catalog);
  return columns.map(({ isNullable }) => (isNullable === undefined ? "." : isNullable ? "?" : "!")).join("");
}

describe("what can be null", () => {
  test.each([
    ["select id, note, other from t", "!?."],
    ["select id + 1, note || 'x', id + other, upper(note), id = 1, note = 'x' from t", "!?.?!?"],
    ["select 1, 'x', null, current_date, interval '1' day, true from t", "!!?!!!"],
    [
      "select case when id > 1 then 1 end, case when id > 1 then 1 else 2 end, if(id > 1, 1), if(id > 1, 1, 2)",
      "?!?!",
    ],
    [
      "select nullif(id, 1), coalesce(note, 'x'), coalesce(note, note), coalesce(other, id), try(id), try_cast(id as varchar) from t",
      "?!?!??",
    ],
    ["select note is null, note is distinct from 'x', exists (select 1), note in ('a') from t", "!!!?"],
    ["select count(*), count(note), sum(total), max(id), array_agg(id) from t", "!!???"],
    [
      "select id, count(*), sum(total), max(note), sum(total) filter (where id > 1) from t group by id",
      "!!!??",
    ],
    ["select id, count(*), 1 from t group by rollup (id)", "?!!"],
    ["select id, total, count(*) from t group by grouping sets ((1), (id, total))", "??!"],
    [
      "select row_number() over (), lag(id) over (order by id), sum(total) over (partition by note) from t",
      "!?.",
    ],
    ["select a.id, b.id from t a join t b on a.id = b.id", "!!"],
    ["select a.id, b.id from t a left join t b on a.id = b.id", "!?"],
    ["select a.id, b.id from t a right join t b on a.id = b.id", "?!"],
    ["select a.id, b.id from t a full join t b on a.id = b.id", "??"],
    ["select id, a.note from t a left join t b using (id)", "!?"],
    ["select note from t where note is not null", "!"],
    ["select note from t where note = 'x' and id > 1", "!"],
    ["select note from t where note like 'a%'", "!"],
    ["select note from t where note = 'x' or id > 1", "?"],
    ["select b.id from t a left join t b on a.id = b.id where b.id > 1", "!"],
    ["select a.note from t a join t b on a.note = b.note", "!"],
    ["with x as (select note from t where note is not null) select note, upper(note) from x", "!!"],
    ["select id from t union all select null", "?"],
    ["select (select max(id) from t), (select 1) from t", "?!"],
    ["select json_value(note, 'lax $.a'), json_object('a': id) from t", "?!"],
    ["select s.x from (select id as x from t) s", "!"],
    ["select element_at(array[id], 1), array[id][1], map(array[id], array[id])[1] from t", "..."],
  ])("%s is %s", (text, expected) => {
    expect(nullabilityOf(text)).toBe(expected);
  });
});

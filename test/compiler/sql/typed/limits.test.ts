import { expect, test } from "vitest";
import { parse } from "../../../../compiler/sql/parse/parse.ts";
import { resolve } from "../../../../compiler/sql/resolve/resolve.ts";
import type { Catalog } from "../../../../compiler/sql/resolve/resolver.ts";

const catalog: Catalog = () => ({
  columns: [
    { name: "id", type: "bigint" },
    { name: "total", type: "decimal(12,2)" },
    { name: "status", type: "varchar" },
  ],
});

function typeOf(text: string): string | undefined {
  const { query, problems } = parse(text);
  expect(problems).toEqual([]);
  const resolved = resolve(query, catalog);
  expect(resolved.problems).toEqual([]);
  return resolved.columns[0]?.type;
}

test("runs of operators, thousands long", () => {
  expect(typeOf(`select ${Array(1999).fill("id").join(" + ")} from t`)).toBe("bigint");
  expect(typeOf(`select ${Array(1999).fill("status").join(" || ")} from t`)).toBe("varchar");
  expect(typeOf(`select ${Array(1999).fill("total > 1").join(" and ")} from t`)).toBe("boolean");
  expect(typeOf(`select id from t where id in (${Array(5000).fill("1").join(", ")})`)).toBe("bigint");
});

test("deep nesting: parentheses, calls, cases, lambdas, queries", () => {
  const nest = (depth: number, open: string, inner: string, close: string): string =>
    `${open.repeat(depth)}${inner}${close.repeat(depth)}`;
  expect(typeOf(`select ${nest(80, "(1 + ", "id", ")")} from t`)).toBe("bigint");
  expect(typeOf(`select ${nest(60, "abs(", "id", ")")} from t`)).toBe("bigint");
  expect(typeOf(`select ${nest(60, "coalesce(", "id", ", 1)")} from t`)).toBe("bigint");
  expect(typeOf(`select ${nest(50, "case when id > 1 then ", "id", " end")} from t`)).toBe("bigint");
  const lambdas = nest(30, "transform(array[1], x -> ", "id", ")");
  expect(typeOf(`select ${lambdas} from t`)).toBe(`${"array(".repeat(30)}bigint${")".repeat(30)}`);
  const reduced = nest(12, "reduce(array[1], 0, (s, x) -> s + ", "1", ", s -> s)");
  expect(typeOf(`select ${reduced} from t`)).toBe("integer");
  expect(typeOf(nest(50, "select * from (", "select id from t", ")"))).toBe("bigint");
});

test("a query of 200 KB", () => {
  const columns = Array.from({ length: 5000 }, (_, index) => `coalesce(sum(total * 1.19), 0) as c${index}`);
  const { query } = parse(`select status, ${columns.join(", ")} from t group by status`);
  expect(resolve(query, catalog).columns).toHaveLength(5001);
});

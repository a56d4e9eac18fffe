import { mart, sql, t } from "odp";
import { describe, expect, test } from "vitest";
import { lowerDbt } from "../../../../compiler/plan/lower/dbt.ts";
import { graphOf } from "../../project.ts";

const columns = { id: t.bigint() };

/** Lines of the model's SQL; relations as `<name>`, lines that begin inside text with `|`. */
function linesOf(body: ReturnType<typeof sql>): readonly string[] {
  const model = mart("model", { columns, sql: body });
  const lowered = lowerDbt(graphOf([model])).models.find(({ name }) => name === "model");
  return (lowered?.sql ?? []).map(({ pieces, isInsideText }) => {
    const text = pieces.map((piece) =>
      piece.kind === "text"
        ? piece.text
        : `<${piece.ref.kind === "ref" ? piece.ref.model : piece.ref.table}>`,
    );
    return (isInsideText ? "|" : "") + text.join("");
  });
}

describe("SQL for dbt", () => {
  const other = mart("other", { columns, sql: sql`select 1 as id` });

  test("loses its common indentation and blank ends", () => {
    expect(
      linesOf(sql`

      select
        id
      from ${other}
    `),
    ).toEqual(["select", "  id", "from <other>"]);
  });

  test("keeps the first line whole where the template begins with it", () => {
    expect(
      linesOf(sql`select id
      from ${other}
        where id > 0`),
    ).toEqual(["select id", "from <other>", "  where id > 0"]);
  });

  test("changes no space inside strings and quoted names", () => {
    const body = sql`
      select id
      from ${other}
      where 'a   
    b' <> 'c'`;
    expect(linesOf(body)).toEqual(["select id", "from <other>", "where 'a   ", "|    b' <> 'c'"]);
  });

  test("dedents comments, which mean nothing", () => {
    expect(
      linesOf(sql`
      /* one
         two */
      select id from ${other}`),
    ).toEqual(["/* one", "   two */", "select id from <other>"]);
  });

  test("takes no quote in a comment for the beginning of a string", () => {
    expect(
      linesOf(sql`
      select id -- it's
      from ${other} /* it's */
      where '--' <> '/*'`),
    ).toEqual(["select id -- it's", "from <other> /* it's */", "where '--' <> '/*'"]);
  });

  test("does not take what looks like its own marks for a relation", () => {
    expect(linesOf(sql`select id from ${other} where '"0"' <> '@'`)).toEqual([
      `select id from <other> where '"0"' <> '@'`,
    ]);
  });
});

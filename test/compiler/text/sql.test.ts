import { expect, test } from "vitest";
import { postgresIdentifier, postgresName, postgresString } from "../../../compiler/text/postgres-sql.ts";
import {
  sqlComment,
  sqlDate,
  sqlIdentifier,
  sqlList,
  sqlLiteral,
  sqlName,
  sqlNumber,
  sqlString,
  sqlTimestamp,
} from "../../../compiler/text/sql.ts";
import { nastyTexts, take } from "./nasty.ts";

test("quotes identifiers only where needed", () => {
  expect(sqlName("lake", "bronze", "shop_orders")).toBe("lake.bronze.shop_orders");
  expect(["order", "Total", "a b", "1st", 'a"b', "date"].map(sqlIdentifier)).toEqual([
    '"order"',
    '"Total"',
    '"a b"',
    '"1st"',
    '"a""b"',
    "date",
  ]);
  expect(() => sqlIdentifier("")).toThrow("empty");
  expect(postgresName("public", "user", "json", "A")).toBe('public."user"."json"."A"');
  expect(() => postgresIdentifier("a\0")).toThrow("NUL");
});

test("writes Trino literals", () => {
  expect([null, true, "it's", 1, 0.5, 1e-7, 1e21, 1e22].map(sqlLiteral)).toEqual([
    "null",
    "true",
    "'it''s'",
    "1",
    "0.5",
    "1E-7",
    "1E21",
    "1E22",
  ]);
  expect(sqlLiteral(-1)).toBe("(-1)");
  expect(sqlLiteral([-1, "a", [1n]])).toBe("(-1, 'a', (1))");
  expect([2 ** 53, 2n ** 63n, -(2n ** 63n), Number.NaN, Number.NEGATIVE_INFINITY, -0].map(sqlNumber)).toEqual(
    [
      "9007199254740992",
      "decimal '9223372036854775808'",
      "-9223372036854775808",
      "nan()",
      "-infinity()",
      "0",
    ],
  );
  expect(sqlString("a\u0007\\'\n\u4e2d")).toBe("U&'a\\0007\\\\''\n\u4e2d'");
  expect(sqlDate("2026-01-31")).toBe("date '2026-01-31'");
  expect(sqlTimestamp("2026-01-31T06:00:00.5", "Africa/Nairobi")).toBe(
    "timestamp '2026-01-31 06:00:00.5 Africa/Nairobi'",
  );
  expect(sqlComment("a\r\nb\u2028c\n")).toBe("-- a\n-- b\n-- c\n--");
});

test("refuses what has no form", () => {
  expect(() => sqlList([])).toThrow("empty");
  expect(() => sqlNumber(10n ** 38n)).toThrow("39 digits");
  expect(() => sqlString("\ud800")).toThrow("lone surrogate");
  for (const wrong of ["2026-13-01", "2026-1-1", "2026-01-01'", ""])
    expect(() => sqlDate(wrong)).toThrow("date");
  expect(() => sqlTimestamp("2026-01-01 00:00:00", "x'y")).toThrow("zone");
  expect(() => sqlTimestamp("2026-01-01 24:00:00")).toThrow("timestamp");
});

test("writes PostgreSQL literals that do not depend on a setting", () => {
  expect(postgresString("it's\nfine")).toBe("'it''s\nfine'");
  expect(postgresString("C:\\x'")).toBe("E'C:\\\\x'''");
  expect(postgresString("\r")).toBe("E'\\u000d'");
});

test("every text comes back", () => {
  for (const text of take(100_000, nastyTexts(31, { wellFormed: true, nul: false }))) {
    for (const decoded of [readTrino(sqlString(text)), readPostgres(postgresString(text))]) {
      if (decoded !== text) expect(decoded).toBe(text);
    }
    if (text === "") continue;
    const quoted = sqlIdentifier(text);
    const name = quoted.startsWith('"') ? read(quoted, '"') : quoted;
    if (name !== text) expect(name).toBe(text);
  }
});

/** The inside of a quoted token that is the whole source; a lone quote would end it early. */
function read(source: string, quote: string): string {
  const inside = source.slice(1, -1);
  if (source[0] !== quote || !source.endsWith(quote) || source.length < 2) throw new Error(source);
  if (inside.replaceAll(quote + quote, "").includes(quote)) throw new Error(`ends early: ${source}`);
  return inside.replaceAll(quote + quote, quote);
}

function readTrino(source: string): string {
  if (!source.startsWith("U&")) return read(source, "'");
  return read(source.slice(2), "'").replace(/\\(?:\\|([0-9a-f]{4}))/g, (_, code: string | undefined) =>
    code === undefined ? "\\" : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function readPostgres(source: string): string {
  if (!source.startsWith("E")) {
    if (source.includes("\\")) throw new Error(`depends on a setting: ${source}`);
    return read(source, "'");
  }
  return read(source.slice(1), "'").replace(/\\(?:\\|u([0-9a-f]{4}))/g, (_, code: string | undefined) =>
    code === undefined ? "\\" : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

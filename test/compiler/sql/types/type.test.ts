import { expect, test } from "vitest";
import { parseType } from "../../../../compiler/sql/types/parse-type.ts";

test.each([
  "boolean",
  "decimal(38,2)",
  "varchar",
  "varchar(3)",
  "char(5)",
  "timestamp(6) with time zone",
  "time(0)",
  "interval day to second",
  "array(map(varchar, row(a integer, b array(double))))",
  "row(integer, varchar(1))",
  "row(interval year to month, d interval day to second)",
  "row(order integer, Über varchar)",
  "qdigest(bigint)",
  "HyperLogLog",
  "map(unknown, unknown)",
])("%s is read and printed as it is", (text) => {
  expect(parseType(text)?.text).toBe(text);
});

test.each([
  ["int", "integer"],
  ["DECIMAL", "decimal(38,0)"],
  ["decimal(5)", "decimal(5,0)"],
  ["double precision", "double"],
  ["timestamp", "timestamp(3)"],
  ["timestamp without time zone", "timestamp(3)"],
  ["TIME WITH TIME ZONE", "time(3) with time zone"],
  ["char", "char(1)"],
  ["varchar(2147483647)", "varchar"],
  ["array( varchar( 3 ) )", "array(varchar(3))"],
  ['row("a b" integer)', "row(a b integer)"],
])("%s is %s", (text, printed) => {
  expect(parseType(text)?.text).toBe(printed);
});

test.each([
  "",
  "text",
  "decimal(39,0)",
  "decimal(3,4)",
  "char(65537)",
  "timestamp(13)",
  "array",
  "map(integer)",
  "row()",
  "varchar(3",
  "integer)",
])("%s is no type", (text) => {
  expect(parseType(text)).toBeUndefined();
});

test("types are shared", () => {
  expect(parseType("array(decimal(5, 2))")).toBe(parseType("array(decimal(5,2))"));
});

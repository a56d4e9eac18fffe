import { expect, test } from "vitest";
import { functionNamed, functionNames, isAggregate } from "../../../../compiler/sql/functions/table.ts";

test("the table holds every function of Trino 476", () => {
  const entries = functionNames().flatMap((name) => functionNamed(name) ?? []);
  expect(entries).toHaveLength(functionNames().length);
  // Of its 847 signatures some stand in SHOW FUNCTIONS twice, and six are of table functions.
  expect(entries.length).toBe(412);
  expect(entries.flatMap(({ overloads }) => overloads).length).toBe(753);
  expect(functionNames().filter(isAggregate).length).toBe(56);
});

test("a signature is read as it is written", () => {
  expect(functionNamed("date_trunc")?.overloads.map(({ text }) => text)).toContain(
    "date_trunc(varchar(x),timestamp(p) with time zone)",
  );
  const [greatest] = functionNamed("greatest")?.overloads ?? [];
  expect(greatest?.isRepeated).toBe(true);
  expect(greatest?.orderable).toEqual(["e"]);
  expect(functionNamed("bing_tile_coordinates")?.overloads[0]?.returns.type?.text).toBe(
    "row(x integer, y integer)",
  );
  expect(functionNamed("constructor")).toBeUndefined();
  expect(functionNamed("")).toBeUndefined();
});

import { expect, test } from "vitest";
import { textPieces } from "../../../../compiler/emit/airflow/text-pieces.ts";
import { pythonString } from "../../../../compiler/text/python.ts";
import { nastyTexts, take } from "../../text/nasty.ts";

test("pieces make up the text again, and fit", () => {
  for (const text of take(500, nastyTexts(3))) {
    const pieces = textPieces(text, 40);
    expect(pieces.join("")).toBe(text);
    for (const piece of pieces) expect(pythonString(piece).length).toBeLessThanOrEqual(40);
  }
});

test("cuts behind line feeds, then spaces, then other marks", () => {
  expect(textPieces("one\ntwo", 40)).toEqual(["one\n", "two"]);
  expect(textPieces("select a from b", 12)).toEqual(["select a ", "from b"]);
  expect(textPieces("orders,customers", 12)).toEqual(["orders,", "customers"]);
});

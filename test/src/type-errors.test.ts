import { expect, test } from "vitest";
import { parseTypeErrors } from "../../src/type-errors.ts";

test("errors with places, without, and over several lines", () => {
  const text = `pipeline.ts(3,14): error TS2551: Property 'a' does not exist. Did you mean 'b'?
models/a (1).ts(10,2): error TS2322: Type 'x' is not assignable.
  Types of property 'y' are incompatible.
    Type 'string' is not assignable to type 'number'.
error TS18003: No inputs were found.
Found 3 errors.
`;
  expect(parseTypeErrors(text).map(({ at, message, code }) => ({ at, message, code }))).toEqual([
    {
      code: "ODP0090",
      at: { kind: "place", place: { file: "pipeline.ts", line: 3, column: 14, endLine: 3, endColumn: 15 } },
      message: "Property 'a' does not exist. Did you mean 'b'? (TS2551)",
    },
    {
      code: "ODP0090",
      at: {
        kind: "place",
        place: { file: "models/a (1).ts", line: 10, column: 2, endLine: 10, endColumn: 3 },
      },
      message:
        "Type 'x' is not assignable (TS2322)\n  Types of property 'y' are incompatible.\n    Type 'string' is not assignable to type 'number'.",
    },
    { code: "ODP0090", at: { kind: "project" }, message: "No inputs were found (TS18003)" },
  ]);
});

import { expect, test } from "vitest";
import { editDistance, suggest } from "../../../compiler/text/suggest.ts";

test("counts edits, a swap as one", () => {
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("slot.name", "slot.nmae")).toBe(1);
  expect(editDistance("kitten", "sitting")).toBe(3);
});

test("suggests the closest name that is close enough", () => {
  const names = ["slot.name", "slot.drop.on.stop", "plugin.name"];
  expect(suggest("slot.nmae", names)).toBe("slot.name");
  expect(suggest("SLOT.NAME", names)).toBe("slot.name");
  expect(suggest("heartbeat", names)).toBeUndefined();
  expect(suggest("a", ["b"])).toBeUndefined();
  expect(suggest("ab", ["abd", "abc"])).toBe("abd");
});

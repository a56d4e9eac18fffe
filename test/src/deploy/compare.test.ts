import { describe, expect, test } from "vitest";
import { differences, listChange, listEntries } from "../../../src/deploy/compare.ts";

const facets = (entries: Readonly<Record<string, string>>) => new Map(Object.entries(entries));

describe("three sides", () => {
  test("what is as wanted is no difference, whoever made it so", () => {
    expect(differences(facets({ a: "1" }), facets({ a: "2" }), facets({ a: "2" }))).toEqual([]);
    expect(differences(undefined, facets({ a: "2" }), facets({ a: "2" }))).toEqual([]);
  });

  test("a change of the project is none by hand", () => {
    expect(differences(facets({ a: "1" }), facets({ a: "1" }), facets({ a: "2" }))).toEqual([
      { facet: "a", deployed: "1", now: "1", wanted: "2", byHand: false },
    ]);
  });

  test.each([
    ["changed", { a: "3" }, "3"],
    ["taken away", { b: "1" }, undefined],
  ])("a facet %s after the deployment is by hand", (_, now, value) => {
    const found = differences(facets({ a: "1", b: "1" }), facets(now), facets({ a: "1", b: "1" }));
    expect(found.find(({ facet }) => facet === "a")).toEqual({
      facet: "a",
      deployed: "1",
      now: value,
      wanted: "1",
      byHand: true,
    });
  });

  test("a facet that somebody added is by hand, and wanted by nobody", () => {
    expect(differences(facets({ a: "1" }), facets({ a: "1", b: "x" }), facets({ a: "1" }))).toEqual([
      { facet: "b", deployed: undefined, now: "x", wanted: undefined, byHand: true },
    ]);
  });

  test("before the first deployment what is there otherwise is somebody's", () => {
    expect(differences(undefined, facets({ a: "1" }), facets({ a: "2", b: "2" }))).toEqual([
      { facet: "a", deployed: undefined, now: "1", wanted: "2", byHand: true },
      { facet: "b", deployed: undefined, now: undefined, wanted: "2", byHand: false },
    ]);
  });

  test("what is missing as a whole is made again", () => {
    expect(differences(facets({ a: "1" }), undefined, facets({ a: "1" }))).toEqual([
      { facet: "a", deployed: "1", now: undefined, wanted: "1", byHand: false },
    ]);
  });
});

test("a list of patterns is parted outside of brackets", () => {
  expect(listEntries("a\\.b,c\\.(d,e),f")).toEqual(["a\\.b", "c\\.(d,e)", "f"]);
  expect(listEntries(undefined)).toEqual([]);
  expect(listChange({ facet: "x", deployed: "a", now: "a,b", wanted: "b,c", byHand: false })).toEqual({
    gone: ["a"],
    added: ["c"],
  });
});

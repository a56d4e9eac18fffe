import { expect, test } from "vitest";
import { parse } from "yaml";
import { flow, yaml } from "../../../compiler/text/yaml.ts";
import { nastyTexts, take } from "./nasty.ts";

test("reads as if written by hand", () => {
  const text = yaml({
    version: 2,
    models: [
      {
        name: "daily_revenue",
        description: "Revenue per day.\nIn the currency of the shop.\n",
        tags: flow(["core", "on"]),
        columns: [
          { name: "day", data_tests: ["unique", { accepted_values: { values: flow(["a", "b c"]) } }] },
          { name: "no", meta: {}, data_tests: [] },
        ],
      },
    ],
    schedule: "0 * * * *",
    at: "22:30",
    ratio: 0.5,
    path: "gs://bucket/a b",
    quote: 'say "hi"',
    dash: '- "x"',
  });
  expect(text).toBe(`version: 2
models:
  - name: daily_revenue
    description: |
      Revenue per day.
      In the currency of the shop.
    tags: [core, "on"]
    columns:
      - name: day
        data_tests:
          - unique
          - accepted_values:
              values: [a, "b c"]
      - name: "no"
        meta: {}
        data_tests: []
schedule: "0 * * * *"
at: "22:30"
ratio: 0.5
path: gs://bucket/a b
quote: say "hi"
dash: '- "x"'
`);
});

test("keeps the order of a map, also for keys that look like numbers", () => {
  expect(
    yaml(
      new Map([
        ["b", 1],
        ["10", 2],
        ["2", 3],
      ]),
    ),
  ).toBe('b: 1\n"10": 2\n"2": 3\n');
});

test("nests lists in lists", () => {
  const value = [[["a"], []], [{ k: ["v"] }], "x\ny", ["x\ny\n"]];
  expect(yaml(value)).toBe("- - - a\n  - []\n- - k:\n      - v\n- |-\n  x\n  y\n- - |\n    x\n    y\n");
  expect(parse(yaml(value))).toEqual(value);
});

test("refuses what PyYAML cannot read", () => {
  expect(() => yaml({ ["k".repeat(2000)]: 1 })).toThrow("YAML key");
  expect(() => yaml(["\ud800"])).toThrow("lone surrogate");
});

// Each text stands in four places: in a list, in a list on one line, as a key and as a value.
test.each(["1.1", "1.2"] as const)(
  "text comes back from YAML %s",
  (version) => {
    const texts = take(25_000, nastyTexts(11, { wellFormed: true }));
    const batch = 500;
    for (let start = 0; start < texts.length; start += batch) {
      const slice = texts.slice(start, start + batch);
      const value = {
        list: slice,
        nested: slice.map((text) => ({ [text]: text, other: [text] })),
        inline: flow(slice),
      };
      const expected = { list: slice, nested: value.nested, inline: slice };
      expect(parse(yaml(value), { version, merge: false, uniqueKeys: false })).toEqual(expected);
    }
  },
  60_000,
);

test("numbers come back", () => {
  const numbers = [
    0,
    -0,
    1,
    -1,
    0.5,
    1e21,
    1e-7,
    1.5e300,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1e-300,
  ];
  for (const version of ["1.1", "1.2"] as const) expect(parse(yaml(numbers), { version })).toEqual(numbers);
});

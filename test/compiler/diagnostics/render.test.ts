import { expect, test } from "vitest";
import type { LocatedDiagnostic } from "../../../compiler/diagnostics/located.ts";
import { locateAll } from "../../../compiler/diagnostics/located.ts";
import { renderGithub } from "../../../compiler/diagnostics/render-github.ts";
import { diagnosticsAsData } from "../../../compiler/diagnostics/render-json.ts";
import { renderSarif } from "../../../compiler/diagnostics/render-sarif.ts";
import { renderTerminal } from "../../../compiler/diagnostics/render-terminal.ts";

const place = (file: string, line: number, column: number, length: number) => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + length,
});

const unpublished: LocatedDiagnostic = {
  code: "ODP2003",
  slug: "unpublished-table",
  severity: "error",
  message: "`orders` is read by `daily_orders`, but source `shop` does not publish it",
  place: place("pipeline.ts", 2, 11, 13),
  related: [{ place: place("sources.ts", 5, 1, 4), message: "`shop` publishes `customers`, `payments`" }],
  help: "add `orders` to `tables` of `shop`",
};
const wide: LocatedDiagnostic = {
  code: "ODP4001",
  slug: "unread-column",
  severity: "warning",
  message: "first line\nsecond: 100%, a,b",
  related: [],
};
const texts: Readonly<Record<string, string>> = {
  "pipeline.ts": "one\n  reads: [shop.orders, x],\r\n\tkey: '日本', x\n",
};
const text = (file: string) => texts[file];
const terminal = (diagnostics: readonly LocatedDiagnostic[], colour = false) =>
  renderTerminal(diagnostics, { text, colour });

test("terminal", () => {
  expect(terminal([wide, unpublished])).toBe(`warning[ODP4001] unread-column
  first line
  second: 100%, a,b

error[ODP2003] unpublished-table  pipeline.ts:2:11
  \`orders\` is read by \`daily_orders\`, but source \`shop\` does not publish it
  2 |   reads: [shop.orders, x],
    |           ^^^^^^^^^^^^^
  sources.ts:5:1  \`shop\` publishes \`customers\`, \`payments\`
  help: add \`orders\` to \`tables\` of \`shop\`
`);
});

test("terminal: colour only where it is allowed", () => {
  expect(terminal([unpublished], true)).toContain("\u001b[1;31merror[ODP2003]\u001b[0m");
  expect(terminal([unpublished])).not.toContain("\u001b");
});

test("terminal: tabs and wide characters keep the carets under the place", () => {
  const lines = terminal([{ ...unpublished, place: place("pipeline.ts", 3, 13, 1), related: [] }]).split(
    "\n",
  );
  expect(lines[2]).toBe("  3 |   key: '日本', x");
  expect(lines[3]).toBe(`    |   key: '日本', x`.replace(/key.*$/u, `${" ".repeat(13)}^`));
});

test("terminal: a line of a password is not shown", () => {
  expect(terminal([{ ...unpublished, slug: "plain-secret", related: [] }])).not.toContain("reads:");
});

test("terminal: a source file cannot speak to the terminal", () => {
  const shown = renderTerminal([{ ...unpublished, place: place("x", 1, 1, 3) }], {
    text: () => "a\u001b]0;owned\u0007b\u202e",
    colour: false,
  });
  expect(shown).toContain("a\ufffd]0;owned\ufffdb\ufffd");
});

test("terminal: long lines are cut around the place, and places beyond the file show no code", () => {
  const long = `${"x".repeat(300)}HERE${"y".repeat(300)}`;
  const shown = renderTerminal([{ ...unpublished, place: place("x", 1, 301, 4) }], {
    text: () => long,
    colour: false,
  }).split("\n");
  const at = shown[2]?.indexOf("HERE");
  expect(shown[3]?.indexOf("^^^^")).toBe(at);
  expect(shown[2]?.length).toBeLessThan(180);
  expect(
    renderTerminal([{ ...unpublished, place: place("x", 9, 1, 4) }], {
      text: () => "a",
      colour: false,
    }).split("\n")[2],
  ).toBe("  sources.ts:5:1  `shop` publishes `customers`, `payments`");
});

test("terminal: after five of one code, the others take a line each", () => {
  const many = Array.from({ length: 7 }, () => unpublished);
  const shown = terminal([...many, wide]).split("\n\n");
  expect(shown).toHaveLength(6);
  const line =
    "error[ODP2003] unpublished-table  pipeline.ts:2:11  `orders` is read by `daily_orders`, but source `shop` does not publish it";
  expect(shown[4]?.split("\n").slice(-2)).toEqual([line, line]);
  expect(shown[5]).toContain("unread-column");
});

test("github", () => {
  expect(renderGithub([wide, unpublished], { prefix: "data/shop" })).toBe(
    "::warning title=ODP4001 unread-column::first line%0Asecond: 100%25, a,b\n" +
      "::error file=data/shop/pipeline.ts,line=2,endLine=2,col=11,endColumn=24,title=ODP2003 unpublished-table::" +
      "`orders` is read by `daily_orders`, but source `shop` does not publish it%0A" +
      "sources.ts:5:1: `shop` publishes `customers`, `payments`%0Ahelp: add `orders` to `tables` of `shop`\n",
  );
});

test("github: a file's name cannot end the properties", () => {
  expect(
    renderGithub([{ ...unpublished, place: place("a,b:c.ts", 1, 1, 1), related: [] }], { prefix: "" }),
  ).toMatch(/^::error file=a%2Cb%3Ac\.ts,line=1,/u);
});

test("json", () => {
  expect(JSON.parse(JSON.stringify(diagnosticsAsData([unpublished, wide])))).toEqual([
    { ...unpublished },
    { ...wide, place: null, help: null },
  ]);
});

test("sarif", () => {
  const info = (code: string) =>
    code === "ODP2003"
      ? ({ slug: "unpublished-table", severity: "error", explain: "Why." } as const)
      : undefined;
  const log = JSON.parse(renderSarif([wide, unpublished], { version: "1.2.3", info, prefix: "a b" }));
  expect(log.version).toBe("2.1.0");
  const [run] = log.runs;
  expect(run.tool.driver).toEqual({
    name: "odp",
    version: "1.2.3",
    rules: [
      {
        id: "ODP2003",
        name: "unpublished-table",
        shortDescription: { text: "unpublished-table" },
        help: { text: "Why.", markdown: "Why." },
        defaultConfiguration: { level: "error" },
      },
      { id: "ODP4001" },
    ],
  });
  expect(run.results[0].locations).toEqual([]);
  expect(run.results[1]).toEqual({
    ruleId: "ODP2003",
    ruleIndex: 0,
    level: "error",
    message: {
      text: "`orders` is read by `daily_orders`, but source `shop` does not publish it\nsources.ts:5:1: `shop` publishes `customers`, `payments`\nhelp: add `orders` to `tables` of `shop`",
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "a%20b/pipeline.ts" },
          region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 24 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 0,
        physicalLocation: {
          artifactLocation: { uri: "a%20b/sources.ts" },
          region: { startLine: 5, startColumn: 1, endLine: 5, endColumn: 5 },
        },
        message: { text: "`shop` publishes `customers`, `payments`" },
      },
    ],
  });
});

test("sorted by file, line, column and code; what has no place comes first", () => {
  const made = (code: `ODP${number}`, at: ReturnType<typeof place> | undefined) => ({
    code,
    slug: "s",
    severity: "error" as const,
    message: code,
    at: at === undefined ? ({ kind: "project" } as const) : ({ kind: "place", place: at } as const),
    related: [],
  });
  const located = locateAll(
    [
      made("ODP3", place("b", 1, 1, 1)),
      made("ODP2", place("a", 10, 2, 1)),
      made("ODP1", place("a", 10, 2, 1)),
      made("ODP0", place("a", 9, 5, 1)),
      made("ODP9", undefined),
    ],
    (mark) => (mark.kind === "place" ? mark.place : undefined),
  );
  expect(located.map((diagnostic) => diagnostic.code)).toEqual(["ODP9", "ODP0", "ODP1", "ODP2", "ODP3"]);
});

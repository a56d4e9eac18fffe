import { expect, test } from "vitest";
import {
  isTemplatePath,
  jinjaDbtValue,
  jinjaField,
  jinjaFragment,
  jinjaString,
} from "../../../compiler/text/jinja.ts";
import { nastyTexts, take } from "./nasty.ts";

test("leaves ordinary text alone", () => {
  expect(jinjaField("100 % {of} it\nis fine }} %} #}")).toBe("100 % {of} it\nis fine }} %} #}");
});

test("writes delimiters, carriage returns and the last line feed as expressions", () => {
  expect(jinjaField("{{ ds }}")).toBe("{{ '{{' }} ds }}");
  expect(jinjaField("{{{% {\r\n")).toBe("{{ '{{{%' }} {{ '{\\r' }}{{ '\\n' }}");
  expect(jinjaFragment("a {")).toBe("a {{ '{' }}");
  expect(jinjaFragment("a\n")).toBe("a\n");
  expect(jinjaString("it's \\ \n\u2028")).toBe("'it\\'s \\\\ \\n\\u2028'");
});

test("leaves a dbt value alone that dbt would not render", () => {
  expect(jinjaDbtValue("a\n")).toBe("a\n");
  expect(jinjaDbtValue("a }}\n")).toBe("a }}{{ '\\n' }}");
});

test("sees text that Airflow takes for a template file", () => {
  expect(isTemplatePath("read report.sql", [".sql"])).toBe(true);
  expect(isTemplatePath("report.sql ", [".sql", ".sh"])).toBe(false);
});

test("every text comes back", () => {
  for (const text of take(100_000, nastyTexts(21))) {
    const field = render(jinjaField(text));
    if (field !== text) expect(field).toBe(text);
    const fragment = render(`<${jinjaFragment(text)}{{ 'x' }}>`);
    if (fragment !== `<${text}x>`) expect(fragment).toBe(`<${text}x>`);
  }
});

/** What Jinja's lexer does with data and with `{{ 'literal' }}`, written apart from the encoder. */
function render(source: string): string {
  const lines = source.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  let out = "";
  for (let at = 0; at < lines.length; ) {
    const open = lines.slice(at, at + 2);
    if (open === "{%" || open === "{#") throw new Error(`a tag begins: ${JSON.stringify(source)}`);
    if (open !== "{{") {
      out += lines[at];
      at += 1;
      continue;
    }
    const literal = /^\{\{ '((?:[^'\\]|\\.)*)' \}\}/.exec(lines.slice(at));
    if (literal === null) throw new Error(`not an expression: ${JSON.stringify(source)}`);
    out += (literal[1] ?? "").replace(/\\(?:u(....)|(.))/g, (_, code: string | undefined, letter: string) =>
      code === undefined
        ? ({ n: "\n", r: "\r" }[letter] ?? letter)
        : String.fromCharCode(Number.parseInt(code, 16)),
    );
    at += literal[0].length;
  }
  return out;
}

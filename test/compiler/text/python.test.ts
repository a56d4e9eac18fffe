import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import { expect, test } from "vitest";
import {
  isPythonIdentifier,
  type PythonValue,
  python,
  pythonCall,
  pythonName,
  pythonString,
  pythonTuple,
} from "../../../compiler/text/python.ts";
import { pythonDocstring, tidyText } from "../../../compiler/text/python-docstring.ts";
import { nastyTexts, randomizer, take } from "./nasty.ts";

const ruff = new Workspace({ "line-length": 110 }, PositionEncoding.Utf16);

test("writes literals", () => {
  expect(python([1, -2.5, true, null, "a", pythonTuple([1]), pythonTuple([]), { k: [] }])).toBe(
    '[1, -2.5, True, None, "a", (1,), (), {"k": []}]',
  );
  expect(python([Number.NaN, Number.NEGATIVE_INFINITY, -0, 1e21, 10n ** 30n])).toBe(
    '[float("nan"), float("-inf"), -0.0, 1e21, 1000000000000000000000000000000]',
  );
  expect(pythonString('it\'s "so" ""')).toBe('\'it\\\'s "so" ""\'');
  expect(pythonString("a\n\0\u00e9\u{1f600}\ud800")).toBe('"a\\n\\x00\\xe9\\U0001f600\\ud800"');
  expect(python(pythonCall("timedelta", [], { minutes: 5 }))).toBe("timedelta(minutes=5)");
  expect(python(pythonName("DAG.owner"))).toBe("DAG.owner");
});

test("explodes what does not fit, one item a line with a trailing comma", () => {
  const value = { tags: ["a".repeat(40), "b".repeat(40)], owner: ["c".repeat(90)] };
  expect(python(value, { indent: 4, before: 7 })).toBe(`{
        "tags": ["${"a".repeat(40)}", "${"b".repeat(40)}"],
        "owner": [
            "${"c".repeat(90)}",
        ],
    }`);
});

test("knows identifiers", () => {
  expect(["a", "_b1", "match", "type"].every(isPythonIdentifier)).toBe(true);
  expect(["", "1a", "a-b", "class", "None", "\u00e9", "a\n"].some(isPythonIdentifier)).toBe(false);
  expect(() => pythonName("os.system('x')")).toThrow("Python name");
});

test("every text comes back, and every literal is ASCII on one line", () => {
  for (const text of take(100_000, nastyTexts(1))) {
    const literal = pythonString(text);
    if (!/^[ -~]*$/.test(literal)) expect.fail(literal);
    if (decode(literal) !== text) expect(decode(literal)).toBe(text);
  }
});

test("ruff format leaves literals alone", () => {
  const random = randomizer(3);
  const texts = nastyTexts(4);
  const text = (): string => texts.next().value.slice(0, 60);
  const build = (depth: number): PythonValue => {
    const kind = Math.floor(random() * (depth > 3 ? 4 : 9));
    const many = (): PythonValue[] =>
      Array.from({ length: Math.floor(random() * 5) }, () => build(depth + 1));
    if (kind === 0) return Math.floor(random() * 1000) - 500;
    if (kind === 1) return (random() - 0.5) * 10 ** Math.floor(random() * 60 - 30);
    if (kind === 2) return random() < 0.5 ? null : random() < 0.5;
    if (kind === 3) return text();
    if (kind < 6) return many();
    if (kind === 6) return pythonTuple(many());
    if (kind === 7) return pythonCall("timedelta", many(), { minutes: build(depth + 1) });
    return new Map(many().map((item) => [text(), item]));
  };
  let source = "def function():\n";
  for (let index = 0; index < 1500; index += 1) {
    const before = `name_${index} = `;
    const value = build(0);
    // A lone literal that is too long gets parentheses around it from ruff; that is the statement's layout.
    if (typeof value === "string" && value.length > 20) continue;
    source += `    ${before}${python(value, { indent: 4, before: before.length })}\n`;
  }
  expect(ruff.format(source)).toBe(source);
});

test("ruff format leaves docstrings alone, and they keep the words", () => {
  let source = "";
  for (const text of take(3000, nastyTexts(6))) {
    if (tidyText(text).join("") === "") continue;
    source += `def function():\n    ${pythonDocstring(text, 4)}\n    return 1\n\n\n`;
  }
  source = source.trimEnd();
  expect(ruff.format(`${source}\n`)).toBe(`${source}\n`);
  expect(pythonDocstring("\n  One\n      two\n    three \n\n", 4)).toBe(
    '"""One\n      two\n    three\n    """',
  );
  expect(pythonDocstring('"a" """ \\')).toBe('"""\\"a" \\"\\"" \\\\"""');
});

/** Reads a string literal by Python's rules, written apart from the encoder. */
function decode(literal: string): string {
  let text = "";
  const quote = literal[0];
  if (quote === undefined || !literal.endsWith(quote)) throw new Error(literal);
  for (let at = 1; at < literal.length - 1; at += 1) {
    if (literal[at] === quote) throw new Error(`ends early: ${literal}`);
    if (literal[at] !== "\\") {
      text += literal[at];
      continue;
    }
    at += 1;
    const letter = literal[at] ?? "";
    const digits = { x: 2, u: 4, U: 8 }[letter];
    if (digits === undefined) {
      text += { n: "\n", r: "\r", t: "\t", "\\": "\\", "'": "'", '"': '"' }[letter] ?? `?${letter}`;
    } else {
      text += String.fromCodePoint(Number.parseInt(literal.slice(at + 1, at + 1 + digits), 16));
      at += digits;
    }
  }
  return text;
}

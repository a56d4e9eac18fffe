import { expect, test } from "vitest";
import { FREE_WORDS, RESERVED_WORDS } from "../../../compiler/sql/keywords.ts";
import { lex } from "../../../compiler/sql/lexer.ts";

/** Each token as `kind text`, or the text alone where the kind is the text in capitals. */
function tokensOf(text: string): readonly string[] {
  const { kinds, starts, ends } = lex(text);
  return kinds.slice(0, -1).map((kind, index) => {
    const piece = text.slice(starts[index], ends[index]);
    return piece.toUpperCase() === kind ? piece : `${kind} ${piece}`;
  });
}

test("every keyword is found in any letter case", () => {
  for (const word of [...RESERVED_WORDS, ...FREE_WORDS]) {
    expect(lex(word.toLowerCase()).kinds).toEqual([word, "end"]);
    expect(lex(`${word}X`).kinds).toEqual(["identifier", "end"]);
  }
});

test.each([
  ["'it''s'", ["string 'it''s'"]],
  [
    "U&'d\\0061' x'0F' X'' u & 'a'",
    ["unicode-string U&'d\\0061'", "binary x'0F'", "binary X''", "identifier u", "unknown &", "string 'a'"],
  ],
  ['"a ""b"""', ['quoted "a ""b"""']],
  [
    "1 1.5 .5 1. 1e5 1.e-5 .5E+3",
    ["integer 1", "decimal 1.5", "decimal .5", "decimal 1.", "double 1e5", "double 1.e-5", "double .5E+3"],
  ],
  [
    "1_000 0x_FF 0b10 0o17 0xZZ 1a 1e5x 1__0",
    [
      "integer 1_000",
      "integer 0x_FF",
      "integer 0b10",
      "integer 0o17",
      "digit-identifier 0xZZ",
      "digit-identifier 1a",
      "digit-identifier 1e5x",
      "digit-identifier 1__0",
    ],
  ],
  ["a.b.1", ["identifier a", ".", "identifier b", "decimal .1"]],
  [
    "a->b=>c||d<>e!=f<=g",
    [
      "identifier a",
      "->",
      "identifier b",
      "=>",
      "identifier c",
      "||",
      "identifier d",
      "<>",
      "identifier e",
      "!=",
      "identifier f",
      "<=",
      "identifier g",
    ],
  ],
  ["a::b == c", ["identifier a", "::", "identifier b", "==", "identifier c"]],
  [
    "(a* b{2,}? {- c -}) | $",
    [
      "(",
      "identifier a",
      "*",
      "identifier b",
      "{",
      "integer 2",
      ",",
      "}",
      "?",
      "{-",
      "identifier c",
      "-}",
      ")",
      "|",
      "$",
    ],
  ],
])("%s", (text, expected) => {
  expect(tokensOf(text)).toEqual(expected);
});

test("comments are kept beside the tokens", () => {
  const text = "a -- one\n/* two\n*/ b--three";
  expect(tokensOf(text)).toEqual(["identifier a", "identifier b"]);
  expect(lex(text).comments.map(({ start, end }) => text.slice(start, end))).toEqual([
    "-- one",
    "/* two\n*/",
    "--three",
  ]);
});

test.each([
  ["'abc", "unclosed-text", 0, 1],
  ['"abc""', "unclosed-text", 0, 1],
  ["a /* b", "unclosed-text", 2, 4],
  ["select `a``b`", "bad-name", 7, 13],
  ["größe", "unknown-character", 2, 4],
  ["a # b", "unknown-character", 2, 3],
])("objects to %s", (text, slug, start, end) => {
  expect(lex(text).problems).toMatchObject([{ slug, span: { start, end } }]);
});

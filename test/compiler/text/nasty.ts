// Seeded text that encoders tend to get wrong: quotes, escapes, delimiters, look-alikes, controls, broken Unicode.

/** A small generator with a fixed seed (mulberry32): the same texts on every machine. */
export function randomizer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECES: readonly string[] = [
  ..."'\"`\\\n\r\t \0\x07\x0b\f\x1b\x7f\x85\u00a0\u00ad\u00e9\u0416\u2028\u2029\u202e\ufeff\uffff\u4e2d",
  "\u{1f600}",
  "\u{10ffff}",
  "\ud800",
  "\udc00",
  "\udfff",
  "\u200b",
  "\u3000",
  "\u061c",
  "\u180e",
  ..."{}[]()<>%#$&*!?|,:;=@-+._~^/0123456789abnxuUNEy",
  "{{",
  "}}",
  "{%",
  "%}",
  "{#",
  "#}",
  "{{{",
  "${",
  `\${ENV:A}`,
  "--",
  "/*",
  "*/",
  "'''",
  '"""',
  "\\'",
  '\\"',
  "\\n",
  "\\u0041",
  "\\x41",
  "\\0",
  ": ",
  " #",
  "- ",
  "? ",
  "---",
  "...",
  "<<",
  "=",
  "no",
  "on",
  "Yes",
  "null",
  "true",
  "22:30",
  "2026-01-01",
  "1_000",
  "0o7",
  "0x1F",
  ".5",
  "1e3",
  ".inf",
  "\r\n",
  "\n\n",
  "\n ",
  " \n",
  "\t\n",
  "word",
  "two words",
  "select",
  "$HOME",
  "$(id)",
  "`id`",
  "!x",
  "*a",
  "&a",
  "EOF",
  "x".repeat(90),
];

const BROKEN = /\p{Surrogate}/gu;

/** Endless texts; `wellFormed` leaves out lone surrogates, `nul` set to false leaves out NUL. */
export function* nastyTexts(
  seed: number,
  options: { wellFormed?: boolean; nul?: boolean } = {},
): Generator<string> {
  const random = randomizer(seed);
  for (;;) {
    const length = Math.floor(random() * random() * 12);
    let text = "";
    for (let piece = 0; piece < length; piece += 1) text += PIECES[Math.floor(random() * PIECES.length)];
    if (options.wellFormed) text = text.replace(BROKEN, "");
    if (options.nul === false) text = text.replaceAll("\0", "");
    yield text;
  }
}

export function take(count: number, texts: Iterable<string>): readonly string[] {
  const taken: string[] = [];
  for (const text of texts) if (taken.push(text) === count) break;
  return taken;
}

/** The text that a `U&'…'` body stands for, and what is wrong with it. */
export interface DecodedString {
  readonly value: string;
  readonly mistake?: string;
}

/**
 * Resolves `\0041` and `\+01F600` with any escape character; a doubled one stands for itself.
 * Source: Trino's documentation, "Literals", Unicode strings.
 */
export function decodeUnicode(body: string, mark: string): DecodedString {
  let value = "";
  let at = 0;
  while (at < body.length) {
    const next = body.indexOf(mark, at);
    if (next === -1) return { value: value + body.slice(at) };
    value += body.slice(at, next);
    if (body.startsWith(mark, next + 1)) {
      value += mark;
      at = next + 2;
      continue;
    }
    const isLong = body.charAt(next + 1) === "+";
    const digits = isLong ? body.slice(next + 2, next + 8) : body.slice(next + 1, next + 5);
    const code = Number.parseInt(digits, 16);
    if (!/^(?:[0-9a-fA-F]{4}|[0-9a-fA-F]{6})$/.test(digits) || digits.length !== (isLong ? 6 : 4)) {
      return {
        value: value + body.slice(next),
        mistake: `an escape in this string lacks its ${isLong ? "six" : "four"} digits`,
      };
    }
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      return { value: value + body.slice(next), mistake: `\`${digits}\` is no Unicode character` };
    }
    value += String.fromCodePoint(code);
    at = next + (isLong ? 8 : 5);
  }
  return { value };
}

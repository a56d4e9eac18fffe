/** A code point in lower-case hex, padded: `hex(10, 4)` is `000a`. */
export function hex(codePoint: number, digits: number): string {
  return codePoint.toString(16).padStart(digits, "0");
}

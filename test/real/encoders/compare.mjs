// Comparing long lists of texts without printing them all.

export const COUNT = 100_000;

/** Throws with the first difference. */
export function expectTexts(got, wanted, written = []) {
  if (got.length !== wanted.length) throw new Error(`${got.length} texts came back, not ${wanted.length}`);
  for (let index = 0; index < wanted.length; index += 1) {
    if (got[index] === wanted[index]) continue;
    const show = (text) => JSON.stringify(text);
    throw new Error(
      `text ${index} was ${show(wanted[index])}, written ${show(written[index])}, read ${show(got[index])}`,
    );
  }
}

/** Lists of at most `size` items. */
export function batches(items, size) {
  const lists = [];
  for (let start = 0; start < items.length; start += size) lists.push(items.slice(start, start + size));
  return lists;
}

/** Texts, each printed as a line of a point and its UTF-16 units in hexadecimal: no program can spoil those. */
export function fromHexLines(output) {
  const decode = (hex) => hex.replace(/..../g, (unit) => String.fromCharCode(Number.parseInt(unit, 16)));
  return output
    .trimEnd()
    .split("\n")
    .map((line) => decode(line.slice(1)));
}

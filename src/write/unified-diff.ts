/** A unified diff of two texts, of at most `maxLines` lines; the rest is counted. */
export function unifiedDiff(path: string, before: string, after: string, maxLines: number): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const lines = [`--- ${path}`, `+++ ${path}`];
  for (const hunk of hunksOf(changesOf(old, now))) {
    const olds = hunk.filter((change) => change.kind !== "+").length;
    const news = hunk.filter((change) => change.kind !== "-").length;
    const first = hunk[0];
    lines.push(`@@ -${range(first?.old ?? 0, olds)} +${range(first?.now ?? 0, news)} @@`);
    for (const change of hunk) lines.push(`${change.kind}${change.text}`);
  }
  const cut =
    lines.length > maxLines
      ? [...lines.slice(0, maxLines), `… ${lines.length - maxLines} more lines`]
      : lines;
  return `${cut.join("\n")}\n`;
}

interface Change {
  readonly kind: " " | "-" | "+";
  readonly text: string;
  /** Index of the line, from 0, in each text. */
  readonly old: number;
  readonly now: number;
}

const CONTEXT = 3;
/** Above this many pairs of lines the middle of a file is shown as replaced whole. */
const MAX_CELLS = 4_000_000;

function linesOf(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function range(start: number, count: number): string {
  const line = count === 0 ? start : start + 1;
  return count === 1 ? String(line) : `${line},${count}`;
}

/** All lines with what became of them: the common ends first, then the longest common sequence between. */
function changesOf(old: readonly string[], now: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail += 1;
  const changes: Change[] = [];
  const keep = (from: number, to: number): void => {
    for (let at = 0; from + at < old.length && at < tail; at += 1)
      changes.push({ kind: " ", text: old[from + at] ?? "", old: from + at, now: to + at });
  };
  for (let at = 0; at < head; at += 1) changes.push({ kind: " ", text: old[at] ?? "", old: at, now: at });
  changes.push(...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail), head));
  keep(old.length - tail, now.length - tail);
  return changes;
}

function middle(old: readonly string[], now: readonly string[], offset: number): readonly Change[] {
  const changes: Change[] = [];
  const lengths = old.length * now.length > MAX_CELLS ? undefined : commonLengths(old, now);
  const width = now.length + 1;
  const length = (i: number, j: number): number => lengths?.[i * width + j] ?? 0;
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const at = { old: offset + i, now: offset + j };
    if (lengths !== undefined && i < old.length && j < now.length && old[i] === now[j]) {
      changes.push({ kind: " ", text: old[i] ?? "", ...at });
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || length(i + 1, j) >= length(i, j + 1))) {
      changes.push({ kind: "-", text: old[i] ?? "", ...at });
      i += 1;
    } else {
      changes.push({ kind: "+", text: now[j] ?? "", ...at });
      j += 1;
    }
  }
  return changes;
}

/** Length of the longest common sequence of the rests, for each pair of positions. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === now[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}

/** Groups of changes with the unchanged lines around them. */
function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  let end = -1;
  changes.forEach((change, index) => {
    if (change.kind === " ") return;
    const from = Math.max(index - CONTEXT, end);
    const to = Math.min(index + CONTEXT + 1, changes.length);
    const isNew = from > end || hunks.length === 0;
    const added = changes.slice(isNew ? Math.max(index - CONTEXT, 0) : Math.max(end, 0), to);
    if (isNew) hunks.push(added);
    else hunks.at(-1)?.push(...added);
    end = Math.max(end, to);
  });
  return hunks;
}

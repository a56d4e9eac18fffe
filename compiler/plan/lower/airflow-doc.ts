// What a DAG says about itself at night: the module's docstring, which Airflow shows as Markdown.

/** A heading with a sentence, a list or numbered instructions under it. */
export type DocSection =
  | { readonly title: string; readonly text: string }
  | { readonly title: string; readonly items: readonly string[]; readonly none: string }
  | { readonly title: string; readonly instructions: readonly string[] };

/** The whole text: a sentence, the user's own description, then sections. */
export function docText(
  headline: string,
  description: string | undefined,
  sections: readonly DocSection[],
): string {
  const parts = [headline, ...(description === undefined ? [] : [description]), ...sections.map(section)];
  return parts.map(wrapped).join("\n\n");
}

const WIDTH = 100;

/** Long lines broken at spaces; what follows a list mark stays behind it. */
function wrapped(text: string): string {
  return text.split("\n").flatMap(wrappedLine).join("\n");
}

function wrappedLine(line: string): readonly string[] {
  if (line.length <= WIDTH) return [line];
  const mark = /^\s*(?:- |\d+\. )?/.exec(line)?.[0] ?? "";
  const pad = " ".repeat(mark.length);
  const lines: string[] = [];
  let current = mark;
  for (const word of line.slice(mark.length).split(" ")) {
    const isFirst = current === mark || current === pad;
    if (!isFirst && current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = pad + word;
    } else current = isFirst ? current + word : `${current} ${word}`;
  }
  return [...lines, current];
}

function section(one: DocSection): string {
  if ("text" in one) return `**${one.title}** ${one.text}`;
  if ("instructions" in one)
    return `**${one.title}**\n\n${one.instructions.map((line, index) => `${index + 1}. ${line}`).join("\n")}`;
  if (one.items.length === 0) return `**${one.title}** ${one.none}`;
  return `**${one.title}**\n\n${one.items.map((line) => `- ${line}`).join("\n")}`;
}

/** A name as code, whatever backticks it holds. */
export function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

/** `3 days`, `1 hour`, `90 minutes`: in the largest unit that leaves no rest. */
export function lengthOfTime(seconds: number): string {
  const units = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ] as const;
  const [unit, length] = units.find(([, size]) => seconds % size === 0) ?? ["second", 1];
  const count = seconds / length;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

import type { Examination, Finding } from "./finding.ts";

const MARKS = { ok: "ok   ", warning: "warn ", problem: "FAIL " } as const;

/** Everything that was found, by system, each problem with what mends it; a count at the end. */
export function doctorText(examinations: readonly Examination[]): string {
  const blocks = examinations.map(({ system, findings }) => `${system}\n${findings.map(line).join("")}`);
  const all = examinations.flatMap(({ findings }) => findings);
  const count = (level: Finding["level"]): number => all.filter((finding) => finding.level === level).length;
  return `${blocks.join("\n")}\n${count("ok")} ok, ${count("warning")} to look at, ${count("problem")} to mend\n`;
}

function line({ level, text, fix }: Finding): string {
  const mended = fix === undefined || fix === "" ? "" : `         ${fix}\n`;
  return `  ${MARKS[level]} ${text.replaceAll("\n", "\n         ")}\n${mended}`;
}

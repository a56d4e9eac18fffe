import type { Applied } from "./apply.ts";
import type { Difference } from "./compare.ts";
import type { Step } from "./steps.ts";

const MARKS = { create: "+", change: "~", check: "?", same: "=" } as const;
const WIDEST = 96;

/** The plan: what is to be made or changed, with three sides of each change; what is as wanted is counted. */
export function planText(steps: readonly Step[], project: string): string {
  const shown = steps.filter(({ kind }) => kind !== "same");
  const same = steps.length - shown.length;
  const count = shown.filter(({ kind }) => kind !== "check").length;
  const head = `${project}: ${count === 0 ? "everything is as wanted" : `${count} of ${steps.length} to do`}`;
  return `${[head, "", ...shown.flatMap(stepLines), ...(same > 0 ? [`  = ${same} as wanted`] : [])].join("\n")}\n`;
}

function stepLines({ operation, kind, action, changes, losses }: Step): readonly string[] {
  return [
    `  ${MARKS[kind]} ${operation.id}: ${operation.title}`,
    ...(kind === "check" ? [] : [`      ${action}`]),
    ...(kind === "change" ? changes.flatMap(sides) : []),
    ...losses.map((text) => `      LOSES DATA: ${text}`),
  ];
}

function sides({ facet, deployed, now, wanted, byHand }: Difference): readonly string[] {
  const side = (name: string, value: string | undefined, note = ""): string =>
    `        ${name.padEnd(8)}  ${shortened(value)}${note}`;
  return [
    `      ${facet}`,
    side("deployed", deployed),
    side("now", now, byHand ? "   <- changed by hand" : ""),
    side("wanted", wanted),
  ];
}

function shortened(value: string | undefined): string {
  if (value === undefined) return "(none)";
  return value.length > WIDEST ? `${value.slice(0, WIDEST - 1)}…` : value;
}

/** What was done, and how to go on after a failure. */
export function appliedText({ done, failed, left }: Applied): string {
  if (failed === undefined) return done.length === 0 ? "nothing had to be done\n" : `${done.length} done\n`;
  const list = (title: string, ids: readonly string[]): readonly string[] =>
    ids.length === 0 ? [] : [`${title}: ${ids.join(", ")}`];
  return `${[
    "",
    `FAILED at ${failed.id}:`,
    ...failed.reason.split("\n").map((line) => `  ${line}`),
    "",
    ...list("Done before it, and kept", done),
    ...list("Not begun", left),
    "Mend the cause and run the same command again: it reads the world anew and goes on where this ended.",
  ].join("\n")}\n`;
}

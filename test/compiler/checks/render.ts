// A finding as the expected texts hold it: its place as written, the sentence, the other places, the fix.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Mark } from "../../../compiler/diagnostics/mark.ts";
import type { Site } from "../../../dsl/site.ts";

export function render(diagnostic: Diagnostic): string {
  return [
    `${diagnostic.severity}[${diagnostic.code}] ${diagnostic.slug}`,
    `  at ${place(diagnostic.at)}`,
    `  ${diagnostic.message}`,
    ...diagnostic.related.map((related) => `  related: ${related.message} (${place(related.at)})`),
    ...(diagnostic.help === undefined ? [] : [`  help: ${diagnostic.help}`]),
    "",
  ].join("\n");
}

function place(mark: Mark): string {
  switch (mark.kind) {
    case "project":
      return "the project";
    case "place":
      return mark.place.file;
    case "site":
      return [lineOf(mark.site), ...(mark.path ?? [])].join(" > ");
    case "hole":
      return `${lineOf(mark.site)} > hole ${mark.hole}`;
    case "sql":
      return `${mark.file ?? lineOf(mark.site)} > part ${mark.part}, ${mark.start} to ${mark.end}`;
  }
}

/** The line of the call, as written; calls of the test's own machinery have none that matters. */
function lineOf(site: Site): string {
  const match = /\(?((?:file:\/\/)?\/[^():]+):(\d+):\d+\)?$/m.exec(site.stack ?? "");
  if (match?.[1] === undefined) return "nowhere";
  const path = match[1].startsWith("file:") ? fileURLToPath(match[1]) : match[1];
  if (path.endsWith("test/compiler/project.ts")) return "the pipeline of all";
  return readFileSync(path, "utf8").split("\n")[Number(match[2]) - 1]?.trim() ?? "nowhere";
}

import type { Removal } from "../../plan/operations.ts";
import type { SourcePlan } from "../../plan/sources.ts";
import { header } from "../../text/header.ts";

/** How parts of a source are taken away, by hand, in order. */
export function removalText(source: SourcePlan, removals: readonly Removal[]): string {
  return [
    header("markup", source.file),
    `# Removing parts of ${source.name}`,
    "",
    "Nothing of this happens by itself. `CONNECT` is the address of Kafka Connect, `KAFKA` of a broker, `TRINO` of the",
    "coordinator, `DATABASE` the address of the database. The commands of a part are run in their order.",
    ...removals.flatMap((removal) => section(source, removal)),
    "",
  ].join("\n");
}

function section(
  { name }: SourcePlan,
  { title, losesData, isRefused, commands }: Removal,
): readonly string[] {
  const heading = ["", `## ${title}`, ""];
  if (isRefused)
    return [
      ...heading,
      `**Refused.** Data would be lost, and \`protect\` of ${name} forbids it. Leave the option out, compile, and provision`,
      "again: the commands then stand here.",
    ];
  return [...heading, losesData ? "**Data is lost.**" : "No data is lost.", "", "```sh", ...commands, "```"];
}

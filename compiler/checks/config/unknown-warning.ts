import type { CodeInfo } from "../../diagnostics/diagnostic.ts";
import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { type Check, check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";

/** An exception for a warning that there is not, for an error, or without a reason. `known` are those of all phases. */
export function unknownWarning(known: readonly CodeInfo[]): Check {
  const severities = new Map(known.map((info) => [info.slug, info.severity]));
  const warnings = known.filter(({ severity }) => severity === "warning").map(({ slug }) => slug);
  return check({
    code: "ODP7005",
    slug: "unknown-warning",
    severity: "error",
    explain: explanation({
      what: "`off` of the configuration or `allow` of a model names an error, names no warning, or gives no reason.",
      why: "Errors cannot be switched off: the output would fail. A misspelt slug switches nothing off. And a warning that is off without a reason cannot be judged by whoever reads it later.",
      mend: "Use the slug that the warning shows, and say in `allow` why it does not apply.",
      bad: `mart("wide", { allow: { "many-join": "" }, ... })`,
      good: `mart("wide", { allow: { "many-joins": "one row for each of fourteen registers" }, ... })`,
    }),
    run: (graph, report) => {
      for (const { slug, owner, reason, at } of exceptions(graph)) {
        const severity = severities.get(slug);
        if (severity === "error")
          report({
            at,
            message: `${owner} switches off \`${slug}\`, which is an error`,
            help: "mend what it reports; only warnings can be off",
          });
        else if (severity === undefined)
          report({
            at,
            message: `${owner} switches off \`${slug}\`, which there is not`,
            help: nearest(slug, warnings, "warnings") ?? "use the word that the warning shows after its code",
          });
        else if (reason === "")
          report({
            at,
            message: `${owner} switches off \`${slug}\` without a reason`,
            help: "say why it does not apply",
          });
      }
    },
  });
}

interface Exception {
  readonly slug: string;
  readonly owner: string;
  readonly reason?: string;
  readonly at: Mark;
}

function exceptions(graph: Graph): readonly Exception[] {
  return [
    ...graph.config.off.map((slug, index) => ({
      slug,
      owner: "the configuration",
      at: markAt(graph.config.mark, "off", index),
    })),
    ...nodesOf(graph, "model").flatMap((node) =>
      Object.entries(node.declaration.spec.allow ?? {}).map(([slug, reason]) => ({
        slug,
        owner: `\`${node.name}\``,
        reason: String(reason).trim(),
        at: markAt(node.mark, "allow", slug),
      })),
    ),
  ];
}

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Graph } from "../graph/graph.ts";
import type { Check } from "./check.ts";
import { ambiguousRelation } from "./identity/ambiguous-relation.ts";
import { circularModels } from "./identity/circular-models.ts";
import { circularPipelines } from "./identity/circular-pipelines.ts";
import { contestedModel } from "./identity/contested-model.ts";
import { doublyListedModel } from "./identity/doubly-listed-model.ts";
import { duplicateName } from "./identity/duplicate-name.ts";
import { emptyPipeline } from "./identity/empty-pipeline.ts";
import { unknownReference } from "./identity/unknown-reference.ts";
import { unknownRelation } from "./identity/unknown-relation.ts";
import { unusableValue } from "./identity/unusable-value.ts";
import { unusedDeclaration } from "./identity/unused-declaration.ts";
import { type CheckOptions, runAll } from "./run-checks.ts";

/** Every check, sorted by its code. A new one is a file in the folder of its domain and a line here. */
export const checks: readonly Check[] = [
  duplicateName,
  unknownRelation,
  unusableValue,
  unknownReference,
  circularModels,
  ambiguousRelation,
  unusedDeclaration,
  contestedModel,
  doublyListedModel,
  emptyPipeline,
  circularPipelines,
];

/** Runs every check, always all of them; warnings whose slug stands in `off` are not reported. */
export function runChecks(graph: Graph, report: Report, options: CheckOptions): void {
  runAll(checks, graph, report, options);
}

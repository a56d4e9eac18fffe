import { ACTION, LIBRARIES } from "odp:delivery-action";
import type { BoundParameter, OpenwhiskPlan, ReportPlan, UserActionPlan } from "../../plan/openwhisk.ts";
import { envFile } from "../../text/env-file.ts";
import { header } from "../../text/header.ts";
import { type JsonValue, json } from "../../text/json.ts";
import { type Artifact, target } from "../target.ts";
import { manifest } from "./manifest.ts";

/** The user's file behind what every project has. */
const CONFIG = "odp.config.ts";

/** The action that delivers reports, a JSON a report, the users' actions, and the manifest of all. */
export const openwhisk = target({
  summary: "OpenWhisk actions and their manifest",
  reads: ["openwhisk"],
  emit: ({ openwhisk: plan }) => artifacts(plan),
});

function artifacts(plan: OpenwhiskPlan): readonly Artifact[] {
  const { delivery, actions } = plan;
  if (delivery === null && actions.length === 0) return [];
  const parameters = [...(delivery?.parameters ?? []), ...actions.flatMap(({ secrets }) => secrets)];
  // What all reports and actions share names none of them, so that one more does not change its line in the manifest.
  const from: readonly string[] = [];
  return [
    ...(delivery === null ? [] : deliveryFiles(delivery.reports)),
    ...actions.flatMap(actionFiles),
    { path: "openwhisk/manifest.yaml", text: `${header("hash", CONFIG)}${manifest(plan)}`, from },
    { path: "openwhisk/variables.env.example", text: variablesExample(parameters), from },
  ];
}

/** The bundle keeps its own lines, so that the map fits them: the header says where it comes from at its end. */
function actionFiles({ id, name, file, bundle, sourceMap }: UserActionPlan): readonly Artifact[] {
  const path = `openwhisk/actions/${name}.js`;
  return [
    { path, text: `${bundle}${header("slashes", file)}`, from: [id] },
    { path: `${path}.map`, text: sourceMap, from: [id] },
  ];
}

/** A folder that is deployed as one action. */
function deliveryFiles(reports: readonly ReportPlan[]): readonly Artifact[] {
  const folder = "openwhisk/deliver";
  return [
    { path: `${folder}/index.js`, text: `${header("slashes", CONFIG)}${ACTION}`, from: [] },
    { path: `${folder}/libraries.js`, text: LIBRARIES, from: [] },
    ...reports.map(({ id, content }) => ({
      path: `${folder}/reports/${content.report}.json`,
      text: json(content as unknown as JsonValue),
      from: [id],
    })),
  ];
}

function variablesExample(parameters: readonly BoundParameter[]): string {
  const byVariable = new Map(parameters.map((one) => [one.variable, one]));
  const entries = [...byVariable.values()].sort((a, b) => (a.variable < b.variable ? -1 : 1));
  const lines = entries.map(({ variable, usedFor, isOptional, isSecret }) => {
    const notes = [...(isSecret ? ["a secret"] : []), ...(isOptional ? ["may be empty"] : [])];
    const note = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
    return `\n# ${usedFor}${note}\n${envFile([[variable, ""]])}`;
  });
  return `${header("hash", CONFIG)}# Set these where the actions are deployed; their values are bound to the actions and stand in no file.\n${lines.join("")}`;
}

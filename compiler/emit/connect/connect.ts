import type { Plan } from "../../plan/plan.ts";
import type { ConnectorPlan } from "../../plan/sources.ts";
import { header } from "../../text/header.ts";
import { json } from "../../text/json.ts";
import type { Artifact } from "../target.ts";
import { target } from "../target.ts";
import { removalText } from "./removal.ts";

/** Connectors as `PUT /connectors/<name>/config` takes them, and how they are taken away. */
export const connect = target({
  summary: "Kafka Connect: Debezium sources and Iceberg sinks",
  reads: ["config", "removals", "sources"],
  emit: (plan) => [...plan.sources.flatMap((source) => sourceArtifacts(plan, source)), ...variables(plan)],
});

type Section = Pick<Plan, "config" | "removals" | "sources">;

function sourceArtifacts({ removals }: Section, source: Plan["sources"][number]): readonly Artifact[] {
  const own = removals.filter(({ id }) => id.startsWith(`${source.name}-`));
  return [
    ...source.connectors.map((connector) => ({
      path: `connect/${connector.name}.json`,
      text: json(new Map(connector.config)),
      from: [source.id],
    })),
    { path: `connect/${source.name}.remove.md`, text: removalText(source, own), from: [source.id] },
  ];
}

const REFERENCE = /\$\{env:([A-Za-z0-9_]+)\}/g;

/** The variables that the connectors read; values are bound by each environment. */
function variables({ config, sources }: Section): readonly Artifact[] {
  if (sources.length === 0) return [];
  const found = sources.flatMap(({ connectors }) => connectors.flatMap(referencesOf));
  const lines = [...new Set(found)]
    .sort()
    .map((name) => `${name}=${name === "ODP_WAREHOUSE" ? config.warehouse : ""}\n`);
  const text = `${header("hash", "odp.config.ts")}# What the connectors read from the environment of the Connect worker, which allows names that begin with ODP_.\n`;
  return [
    { path: "connect/connect.env.example", text: text + lines.join(""), from: sources.map(({ id }) => id) },
  ];
}

function referencesOf({ config }: ConnectorPlan): readonly string[] {
  return config.flatMap(([, value]) => [...value.matchAll(REFERENCE)].map(([, name]) => name ?? ""));
}

import type { CatalogPlan, TrinoScript } from "../../plan/trino.ts";
import { header } from "../../text/header.ts";
import { type EnvironmentReference, trinoProperties } from "../../text/properties.ts";
import { target } from "../target.ts";

/** Catalog files of Trino, and the DDL of the changelogs. */
export const trino = target({
  summary: "Trino catalogs and the tables that the sinks write to",
  reads: ["catalogs", "trino"],
  emit: (plan) => [
    ...plan.catalogs.map((catalog) => ({
      path: `trino/catalog/${catalog.name}.properties`,
      text: catalogText(catalog),
      from: catalog.from,
    })),
    ...plan.trino.map((script) => ({ path: script.path, text: scriptText(script), from: script.from })),
  ],
});

function catalogText({ file, properties }: CatalogPlan): string {
  return (
    header("hash", file) + trinoProperties(properties.map(([key, value]) => [key, propertyValue(value)]))
  );
}

/** In the plan a reference to the environment is written as Trino writes it. */
function propertyValue(value: string): string | EnvironmentReference {
  const name = /^\$\{ENV:([A-Za-z0-9_]+)\}$/.exec(value)?.[1];
  return name === undefined ? value : { environment: name };
}

function scriptText({ file, statements }: TrinoScript): string {
  return `${header("dashes", file)}\n${statements.map((statement) => `${statement};\n`).join("\n")}`;
}

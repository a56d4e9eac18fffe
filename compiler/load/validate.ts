import type { ConfigDeclaration, Declaration } from "../../dsl/declaration.ts";
import type { Site } from "../../dsl/site.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Part } from "./collect.ts";
import { type Mistake, mistakesOf } from "./issues.ts";
import { loadDiagnostic } from "./problems.ts";
import { chartSchemas } from "./schemas/charts.ts";
import { partSchemas, specSchemas } from "./schemas/index.ts";
import { configSchema } from "./schemas/sources.ts";

/** The mistakes in the options of a configuration. */
export function validateConfig(config: ConfigDeclaration): readonly Diagnostic[] {
  return located(mistakesOf(configSchema, config.spec, "defineConfig"), config.site);
}

/** The mistakes in the options of declarations and of what they hold; for people who skip the type check. */
export function validate(declarations: Iterable<Declaration>, parts: readonly Part[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const declaration of declarations) {
    if (declaration.kind === "table") continue;
    const { kind, site, spec } = declaration;
    const name: unknown = declaration.name;
    if (typeof name !== "string") found.push(...located([wrongName(kind)], site));
    found.push(...located(mistakesOf(specSchemas[kind], spec, typeof name === "string" ? name : kind), site));
  }
  for (const part of parts) {
    const isChart = part.kind === "chart" && "type" in part && "spec" in part;
    const type = isChart ? String(part.type) : part.kind;
    const schema = isChart
      ? Object.entries(chartSchemas).find(([kind]) => kind === type)?.[1]
      : partSchemas.get(type);
    if (schema === undefined) continue;
    found.push(
      ...located(mistakesOf(schema, isChart ? part.spec : part, isChart ? `chart.${type}` : type), part.site),
    );
  }
  return found;
}

function wrongName(kind: string): Mistake {
  return { code: "ODP0022", path: [0], message: `the name of a ${kind} must be text` };
}

function located(mistakes: readonly Mistake[], site: Site): readonly Diagnostic[] {
  return mistakes.map(({ code, path, message, help }) =>
    loadDiagnostic(code, {
      at: { kind: "site", site, path },
      message,
      ...(help === undefined ? {} : { help }),
    }),
  );
}

import type { Site } from "../../dsl/site.ts";
import type { SqlBody } from "../../dsl/sql.ts";
import { SQL } from "../../dsl/symbols.ts";
import { diagnose, type Finding, type Report } from "../diagnostics/diagnostic.ts";
import { type Graph, nodesOf } from "../graph/graph.ts";
import type { Check } from "./check.ts";

/** Slugs of warnings that are off for the whole project. */
export interface CheckOptions {
  readonly off: readonly string[];
}

/** Runs every check. Errors are always reported; a warning is dropped where the project or its model says so. */
export function runAll(checks: readonly Check[], graph: Graph, report: Report, options: CheckOptions): void {
  const exceptions = exceptionsOf(graph);
  const off = new Set(options.off);
  for (const check of checks) {
    if (check.severity === "warning" && off.has(check.slug)) continue;
    check.run(graph, (finding) => {
      if (check.severity === "warning" && isExcepted(finding, check.slug, exceptions)) return;
      report(diagnose(check.code, check, finding));
    });
  }
}

/** What a model allows itself, by every place from which a finding about it can come. */
function exceptionsOf(graph: Graph): ReadonlyMap<Site, ReadonlySet<string>> {
  const found = new Map<Site, ReadonlySet<string>>();
  for (const { declaration } of nodesOf(graph, "model")) {
    const allowed = new Set(Object.keys(declaration.spec.allow ?? {}));
    if (allowed.size === 0) continue;
    const sites = [declaration.site, ...(declaration.spec.tests ?? []).map((test) => test.site)];
    for (const site of sites) found.set(site, allowed);
    const body = declaration.spec.sql?.[SQL];
    if (body !== undefined) for (const site of sitesOf(body)) found.set(site, allowed);
  }
  return found;
}

function sitesOf(body: SqlBody): readonly Site[] {
  return [body.site, ...body.parts.flatMap((part) => (part.kind === "sql" ? sitesOf(part.body) : []))];
}

function isExcepted(
  finding: Finding,
  slug: string,
  exceptions: ReadonlyMap<Site, ReadonlySet<string>>,
): boolean {
  // A warning about who reads the model stands at the reader, and names the model as the other place.
  const places = [finding.at, ...(finding.related ?? []).map(({ at }) => at)];
  return places.some((at) => "site" in at && (exceptions.get(at.site)?.has(slug) ?? false));
}

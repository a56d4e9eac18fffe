import { dbt } from "../../../../compiler/emit/dbt/dbt.ts";
import { lowerDbt } from "../../../../compiler/plan/lower/dbt.ts";
import { lowerSources } from "../../../../compiler/plan/lower/sources.ts";
import { graphOf, type Options } from "../../project.ts";

/** Files of the dbt project of these declarations, by path below `dbt/`. */
export function dbtFiles(exports: readonly unknown[], options: Options = {}): ReadonlyMap<string, string> {
  const graph = graphOf(exports, options);
  const { mark: _, ...config } = graph.config;
  const artifacts = dbt.emit({ config, dbt: lowerDbt(graph), sources: lowerSources(graph).sources });
  return new Map(artifacts.map(({ path, text }) => [path.replace(/^dbt\//, ""), text]));
}

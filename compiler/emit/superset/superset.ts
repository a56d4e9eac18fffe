import type { SupersetPlan } from "../../plan/superset.ts";
import { header } from "../../text/header.ts";
import { type YamlValue, yaml } from "../../text/yaml.ts";
import { type Artifact, target } from "../target.ts";
import { chartYaml } from "./chart.ts";
import { dashboardYaml } from "./dashboard.ts";
import { databaseYaml, datasetYaml } from "./dataset.ts";

/** One bundle of assets, which `POST /api/v1/assets/import/` takes as a zip, and what odp owns of it. */
export const superset = target({
  summary: "dashboards, charts and datasets of Superset",
  reads: ["superset"],
  emit: ({ superset: plan }) => {
    const { database, datasets, charts, dashboards } = plan;
    if (database === null) return [];
    const bundle = (path: string, file: string, value: YamlValue, from: readonly string[]): Artifact => ({
      path: `superset/bundle/${path}.yaml`,
      text: header("hash", file) + yaml(value),
      from,
    });
    const folders = new Map(dashboards.map(({ id, name }) => [id, name]));
    return [
      bundle("metadata", "odp.config.ts", { version: "1.0.0", type: "assets" }, []),
      bundle(`databases/${database.name}`, "odp.config.ts", databaseYaml(database), []),
      ...datasets.map((dataset) =>
        bundle(
          `datasets/${dataset.schema}/${dataset.table}`,
          dataset.file,
          datasetYaml(dataset, database),
          [...new Set([dataset.id, ...readersOf(plan, dataset.uuid)])].sort(),
        ),
      ),
      ...charts.map((chart) =>
        bundle(`charts/${folders.get(chart.id)}/${chart.slug}`, chart.file, chartYaml(chart), [chart.id]),
      ),
      ...dashboards.map((dashboard) =>
        bundle(`dashboards/${dashboard.name}`, dashboard.file, dashboardYaml(dashboard), [dashboard.id]),
      ),
      ...accessFile(dashboards),
      { path: "superset/owned.yaml", text: header("hash", "odp.config.ts") + yaml(owned(plan)), from: [] },
    ];
  },
});

/** Roles of dashboards, which the import of a bundle does not take: they are given to each dashboard afterwards. */
function accessFile(dashboards: SupersetPlan["dashboards"]): readonly Artifact[] {
  const restricted = dashboards.filter(({ roles }) => roles.length > 0);
  if (restricted.length === 0) return [];
  const lines = restricted.map(({ uuid, name, roles }) => ({ dashboard: name, uuid, roles }));
  const text = header("hash", [...new Set(restricted.map(({ file }) => file))].sort().join(", "));
  return [
    {
      path: "superset/access.yaml",
      text: text + yaml({ access: lines }),
      from: restricted.map(({ id }) => id),
    },
  ];
}

function readersOf({ charts }: SupersetPlan, dataset: string): readonly string[] {
  return charts.filter((chart) => chart.dataset === dataset).map(({ id }) => id);
}

/**
 * What odp made and may remove when it makes it no more: a line each, by UUID. Git keeps the lines of both when two
 * branches add some (`merge=union` in the output's `.gitattributes`).
 */
function owned({ database, datasets, charts, dashboards }: SupersetPlan): YamlValue {
  const lines = [
    ...(database === null ? [] : [[database.uuid, `database ${database.name}`] as const]),
    ...datasets.map(({ uuid, schema, table }) => [uuid, `dataset ${schema}.${table}`] as const),
    ...charts.map(({ uuid, id, slug }) => [uuid, `chart ${id.replace(/^dashboard:/, "")}/${slug}`] as const),
    ...dashboards.map(({ uuid, name }) => [uuid, `dashboard ${name}`] as const),
  ];
  return new Map([...lines].sort(([a], [b]) => (a < b ? -1 : 1)));
}

import type { SupersetChart } from "../../plan/superset.ts";
import { jsonFitted } from "../../text/json.ts";
import type { YamlValue } from "../../text/yaml.ts";
import { MANAGED, VERSION } from "./dataset.ts";

/** A chart; the context of its query is JSON inside YAML, since Superset keeps it as text. */
export function chartYaml(chart: SupersetChart): YamlValue {
  const { type, formData, queries } = chart;
  // The import puts the dataset's own id in the place of 0.
  const context = {
    datasource: { id: 0, type: "table" },
    force: false,
    queries: queries ?? [],
    form_data: formData,
    result_format: "json",
    result_type: "full",
  };
  return {
    slice_name: chart.title,
    description: chart.description,
    certified_by: null,
    certification_details: null,
    viz_type: type,
    params: formData,
    query_context: queries === null ? null : jsonFitted(context),
    cache_timeout: chart.cacheSeconds,
    uuid: chart.uuid,
    dataset_uuid: chart.dataset,
    version: VERSION,
    ...MANAGED,
  };
}

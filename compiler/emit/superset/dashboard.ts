import type { SupersetDashboard, SupersetNode } from "../../plan/superset.ts";
import { flow, type YamlValue } from "../../text/yaml.ts";
import { MANAGED, VERSION } from "./dataset.ts";

export function dashboardYaml(dashboard: SupersetDashboard): YamlValue {
  return {
    dashboard_title: dashboard.title,
    description: dashboard.description,
    css: null,
    slug: dashboard.slug,
    certified_by: dashboard.owner,
    certification_details: dashboard.owner === null ? null : "declared and tested with odp",
    published: true,
    position: new Map<string, YamlValue>([
      ["DASHBOARD_VERSION_KEY", "v2"],
      ...dashboard.layout.map((node): [string, YamlValue] => [node.id, nodeYaml(node)]),
    ]),
    metadata: {
      native_filter_configuration: dashboard.filters,
      cross_filters_enabled: dashboard.crossFilter,
      refresh_frequency: dashboard.refreshSeconds,
      timed_refresh_immune_slices: [],
      expanded_slices: {},
      filter_bar_orientation: "VERTICAL",
      color_scheme: "supersetColors",
      label_colors: {},
    },
    uuid: dashboard.uuid,
    version: VERSION,
    ...MANAGED,
  };
}

function nodeYaml({ id, type, parents, children, meta }: SupersetNode): YamlValue {
  return {
    type,
    id,
    ...(meta === null ? {} : { meta }),
    ...(id === "HEADER_ID" ? {} : { parents: flow(parents), children: flow(children) }),
  };
}

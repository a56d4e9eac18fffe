import type {
  SupersetColumn,
  SupersetDatabase,
  SupersetDataset,
  SupersetMetric,
} from "../../plan/superset.ts";
import { flow, type YamlValue } from "../../text/yaml.ts";

// Every key that the import knows is written, `null` where it says nothing: an absent key keeps its old value.

/** What every object of odp says of itself: Superset then offers no way to edit it by hand. */
export const MANAGED = { is_managed_externally: true, external_url: null } as const;
export const VERSION = "1.0.0";

/** The host is reserved for what does not exist (RFC 2606): a bundle that nobody bound to a Trino is refused. */
export function databaseYaml({ name, uuid, catalog }: SupersetDatabase): YamlValue {
  return {
    database_name: name,
    sqlalchemy_uri: `trino://odp@trino.invalid:443/${encodeURIComponent(catalog)}`,
    cache_timeout: null,
    expose_in_sqllab: true,
    allow_run_async: false,
    allow_ctas: false,
    allow_cvas: false,
    allow_dml: false,
    allow_csv_upload: false,
    impersonate_user: false,
    extra: {
      allows_virtual_table_explore: true,
      engine_params: {},
      metadata_params: {},
      schemas_allowed_for_csv_upload: [],
    },
    uuid,
    version: VERSION,
    ...MANAGED,
  };
}

export function datasetYaml(dataset: SupersetDataset, database: SupersetDatabase): YamlValue {
  const certified = certification(dataset.owner);
  return {
    table_name: dataset.table,
    catalog: dataset.catalog,
    schema: dataset.schema,
    description: dataset.description,
    main_dttm_col: dataset.timeColumn,
    sql: null,
    cache_timeout: null,
    columns: dataset.columns.map(columnYaml),
    metrics: dataset.metrics.map((metric) => metricYaml(metric, certified)),
    extra: certified,
    currency_code_column: null,
    default_endpoint: null,
    offset: 0,
    source_db_engine: null,
    params: null,
    template_params: null,
    filter_select_enabled: true,
    fetch_values_predicate: null,
    normalize_columns: false,
    always_filter_main_dttm: false,
    folders: null,
    uuid: dataset.uuid,
    database_uuid: database.uuid,
    version: VERSION,
    ...MANAGED,
  };
}

function columnYaml({ name, label, type, isTime, description }: SupersetColumn): YamlValue {
  return {
    column_name: name,
    verbose_name: label,
    type: type.toUpperCase(),
    is_dttm: isTime,
    description,
    is_active: true,
    groupby: true,
    filterable: true,
    expression: null,
    advanced_data_type: null,
    python_date_format: null,
    datetime_format: null,
    extra: {},
  };
}

function metricYaml(metric: SupersetMetric, certified: YamlValue): YamlValue {
  const { name, label, expression, format, currency } = metric;
  return {
    metric_name: name,
    verbose_name: label,
    expression,
    d3format: format,
    currency: currency === null ? null : { symbol: currency, symbolPosition: "suffix" },
    description: null,
    metric_type: null,
    warning_text: null,
    extra: certified,
  };
}

function certification(owner: string | null): YamlValue {
  if (owner === null) return {};
  return {
    certification: flow(
      new Map([
        ["certified_by", owner],
        ["details", "declared and tested with odp"],
      ]),
    ),
  };
}

// The YAML language of dbt, as far as the compiler writes it. dbt itself checks nothing of it on Trino: a misspelt key
// is dropped without a word. Source: dbt-core 1.12, `jsonschemas/resources/latest.json` and `project/latest.json`.

/** What a value may be: anything, a list of something, an object of named keys, a map of free keys. */
export type Rule =
  | "any"
  | { readonly list: Rule }
  | { readonly map: Rule }
  | { readonly keys: Readonly<Record<string, Rule>>; readonly required?: readonly string[] };

/** Settings of dbt-trino that the language lacks. */
export const TRINO_KEYS = [
  "properties",
  "on_table_exists",
  "views_enabled",
  "view_security",
  "grace_period",
  "omit_base_location_root",
];

const any = "any";
const keys = (names: string): Record<string, Rule> =>
  Object.fromEntries(names.split(" ").map((name) => [name, any]));

const testConfig = {
  keys: keys("severity tags group where limit warn_if error_if meta enabled store_failures"),
};
const genericTest: Rule = { map: { keys: { ...keys("name description arguments"), config: testConfig } } };
const dataTests: Rule = { list: genericTest };
const column: Rule = {
  keys: {
    ...keys("name description data_type quote constraints"),
    data_tests: dataTests,
    config: { keys: { tags: any, meta: { map: any } } },
  },
  required: ["name", "data_type"],
};
const modelConfig = {
  keys: keys(
    [
      "tags meta group access contract enabled alias schema database materialized incremental_strategy unique_key on_schema_change",
      "full_refresh event_time persist_docs pre_hook post_hook merge_update_columns merge_exclude_columns incremental_predicates",
      ...TRINO_KEYS,
    ].join(" "),
  ),
};
const owner: Rule = { keys: keys("name email"), required: ["name"] };
const freshness: Rule = {
  keys: { error_after: { keys: keys("count period") }, warn_after: { keys: keys("count period") } },
};
const sourceConfig: Rule = { keys: { ...keys("loaded_at_field event_time meta tags enabled"), freshness } };

/** Every file of resources. */
export const RESOURCES: Rule = {
  keys: {
    models: {
      list: {
        keys: {
          ...keys("name description"),
          config: modelConfig,
          columns: { list: column },
          data_tests: dataTests,
        },
        required: ["name"],
      },
    },
    seeds: {
      list: {
        keys: {
          ...keys("name description"),
          config: { keys: keys("column_types tags meta quote_columns schema enabled") },
          columns: { list: column },
          data_tests: dataTests,
        },
      },
    },
    sources: {
      list: {
        keys: {
          ...keys("name description database schema loader"),
          config: sourceConfig,
          tables: {
            list: {
              keys: {
                ...keys("name identifier description loader"),
                config: sourceConfig,
                columns: { list: column },
                data_tests: dataTests,
              },
              required: ["name"],
            },
          },
        },
        required: ["name", "tables"],
      },
    },
    exposures: {
      list: {
        keys: {
          ...keys("name label type url description maturity"),
          owner,
          depends_on: { list: any },
          config: { keys: keys("enabled meta tags") },
        },
        required: ["name", "owner", "type"],
      },
    },
    groups: {
      list: { keys: { name: any, owner, config: { keys: { meta: any } } }, required: ["name", "owner"] },
    },
    unit_tests: {
      list: {
        keys: {
          ...keys("name model description"),
          overrides: { keys: { macros: { map: any }, vars: { map: any } } },
          given: { list: { keys: keys("input rows format") } },
          expect: { keys: keys("rows format") },
          config: { keys: keys("tags meta enabled") },
        },
        required: ["name", "model", "given", "expect"],
      },
    },
    data_tests: { list: { keys: { ...keys("name description"), config: testConfig }, required: ["name"] } },
  },
};

const layer: Rule = { keys: keys("+schema +materialized") };

/** `dbt_project.yml`; `project` is its name. */
export const projectRule = (project: string): Rule => ({
  keys: {
    ...keys(
      "name version config-version require-dbt-version profile model-paths seed-paths test-paths macro-paths clean-targets on-run-start",
    ),
    flags: {
      keys: keys(
        [
          "indirect_selection require_certificate_validation require_generic_test_arguments_property",
          "require_unique_project_resource_names require_valid_schema_from_generate_schema_name",
          "send_anonymous_usage_stats skip_nodes_if_on_run_start_fails state_modified_compare_more_unrendered_values",
        ].join(" "),
      ),
    },
    models: {
      keys: {
        [project]: {
          keys: {
            ...keys("+on_table_exists +persist_docs"),
            staging: layer,
            intermediate: layer,
            marts: layer,
            models: layer,
          },
        },
      },
    },
    seeds: { keys: { [project]: { keys: keys("+schema +on_table_exists +persist_docs") } } },
  },
  required: ["name", "profile", "flags"],
});

const criterion: Rule = { keys: { ...keys("method value indirect_selection"), exclude: { list: any } } };

export const SELECTORS: Rule = {
  keys: {
    selectors: {
      list: {
        keys: { ...keys("name description"), definition: { keys: { union: { list: criterion } } } },
        required: ["name", "definition"],
      },
    },
  },
};

const output: Rule = {
  keys: keys("type method http_scheme host port user password catalog schema threads retries"),
};

export const PROFILES: Rule = {
  map: { keys: { target: any, outputs: { map: output } }, required: ["target", "outputs"] },
};

/** Every breach, as `path: what`. Text or null may stand where an object is meant, as dbt's short forms do. */
export function breaches(rule: Rule, value: unknown, path = ""): readonly string[] {
  if (rule === "any" || value === null || typeof value === "string") return [];
  if ("list" in rule) {
    if (!Array.isArray(value)) return [`${path}: not a list`];
    return value.flatMap((item, index) => breaches(rule.list, item, `${path}[${index}]`));
  }
  if (typeof value !== "object" || Array.isArray(value)) return [`${path}: not an object`];
  if ("map" in rule)
    return Object.entries(value).flatMap(([key, item]) => breaches(rule.map, item, `${path}.${key}`));
  const missing = (rule.required ?? [])
    .filter((key) => !(key in value))
    .map((key) => `${path}: without ${key}`);
  const found = Object.entries(value).flatMap(([key, item]) => {
    const inner = rule.keys[key];
    return inner === undefined ? [`${path}.${key}: unknown`] : breaches(inner, item, `${path}.${key}`);
  });
  return [...missing, ...found];
}

/** Keys of the `config(..)` call of a model or test. */
export function configKeys(sqlText: string): readonly string[] {
  const call = /\{\{ config\(([\s\S]*?)\n?\) \}\}/.exec(sqlText)?.[1] ?? "";
  return [...call.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, "''").matchAll(/(?:^|[\s,(])(\w+)=/g)].map(
    ([, key]) => key ?? "",
  );
}

/** Settings that a model's own `config(..)` may hold. */
export const SQL_CONFIG_KEYS: ReadonlySet<string> = new Set([...Object.keys(modelConfig.keys), "severity"]);

import type { DbtPlan } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { yaml } from "../../text/yaml.ts";

/**
 * `profiles.yml`. Environments differ in where Trino is and how to log in, never in names of schemas or tables.
 * TLS is verified: see `require_certificate_validation` in `dbt_project.yml`.
 */
export function profilesYaml(plan: DbtPlan, catalog: string, configFile: string): string {
  const common = {
    catalog: `{{ env_var('ODP_LAKE_CATALOG', '${catalog}') }}`,
    schema: "scratch",
    threads: "{{ env_var('ODP_DBT_THREADS', '4') | as_number }}",
    retries: 3,
  };
  const open = {
    type: "trino",
    method: "none",
    http_scheme: "{{ env_var('ODP_TRINO_SCHEME', 'http') }}",
    host: "{{ env_var('ODP_TRINO_HOST', 'localhost') }}",
    port: "{{ env_var('ODP_TRINO_PORT', '8080') | as_number }}",
    user: "{{ env_var('ODP_TRINO_USER', 'odp') }}",
    ...common,
  };
  const password = {
    type: "trino",
    method: "ldap",
    host: "{{ env_var('ODP_TRINO_HOST') }}",
    port: "{{ env_var('ODP_TRINO_PORT', '443') | as_number }}",
    user: "{{ env_var('ODP_TRINO_USER') }}",
    password: "{{ env_var('DBT_ENV_SECRET_TRINO_PASSWORD') }}",
    ...common,
  };
  const offline = {
    type: "trino",
    method: "none",
    host: "localhost",
    port: 9,
    user: "odp",
    catalog,
    schema: "scratch",
    threads: 1,
  };
  const document = {
    [plan.project]: {
      target: "{{ env_var('ODP_DBT_TARGET', 'dev') }}",
      outputs: { dev: open, ci: open, prod: password, offline },
    },
  };
  return `${header("hash", configFile)}${yaml(document)}`;
}

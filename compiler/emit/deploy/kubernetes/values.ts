// Environments of pods: what was set comes from the project's Secret and ConfigMap, the rest is put together from it.
import type { BoundVariable, Template, VariablePlan } from "../../../plan/deploy.ts";
import type { YamlValue } from "../../../text/yaml.ts";
import type { DeploySection } from "../section.ts";

/** An entry of a container's `env`. */
export type EnvEntry = Readonly<Record<string, YamlValue>> & { readonly name: string };

export const secretName = ({ deploy }: DeploySection): string => `${deploy.slug}-secrets`;
export const settingsName = ({ deploy }: DeploySection): string => `${deploy.slug}-settings`;

/** A reference to a key of the project's Secret. */
export function fromSecret(plan: DeploySection, name: string, key = name): EnvEntry {
  return { name, valueFrom: { secretKeyRef: { name: secretName(plan), key } } };
}

/** Variables of their own first, then those that are put together from them: Kubernetes reads the list in order. */
export function environment(plan: DeploySection, bound: readonly BoundVariable[]): readonly EnvEntry[] {
  const known = new Map(plan.deploy.variables.map((variable) => [variable.name, variable]));
  const used = [...new Set(bound.flatMap(({ value }) => variablesOf(value)))].sort();
  return [
    ...used.map((name) => reference(plan, name, known.get(name))),
    ...bound
      .filter(({ name }) => !used.includes(name))
      .map(({ name, value }) => ({ name, value: expanded(value) })),
  ];
}

function variablesOf(template: Template): readonly string[] {
  return template.flatMap((part) => (typeof part === "string" ? [] : [part.variable]));
}

function reference(plan: DeploySection, name: string, variable: VariablePlan | undefined): EnvEntry {
  if (variable?.value === null) return fromSecret(plan, name);
  return { name, valueFrom: { configMapKeyRef: { name: settingsName(plan), key: name } } };
}

/** `$(NAME)` is replaced by Kubernetes, `$$` is a `$`. */
function expanded(template: Template): string {
  return template
    .map((part) => (typeof part === "string" ? part.replaceAll("$", "$$$$") : `$(${part.variable})`))
    .join("");
}

/** Settings of a cluster; those that odp cannot know name what has to be put in. */
export function settings(plan: DeploySection): readonly (readonly [string, string])[] {
  const { slug, variables } = plan.deploy;
  const places: Readonly<Record<string, string>> = {
    ODP_KAFKA_BOOTSTRAP: `${slug}-kafka-kafka-bootstrap:9092`,
    ODP_KAFKA_CONNECT_HOST: `${slug}-connect-connect-api`,
    ODP_TRINO_HOST: `${slug}-trino`,
    ODP_OPENWHISK_HOST: `${slug}-openwhisk-controller.openwhisk.svc`,
    ODP_SMTP_HOST: "smtp.example.com",
    ODP_SMTP_PORT: "587",
    ODP_SMTP_PLAIN: "false",
  };
  return variables.flatMap(({ name, value }) =>
    value === null
      ? []
      : [[name, places[name] ?? (value === "postgres" ? "database.example.com" : value)] as const],
  );
}

/** What the pods of Airflow and Superset need besides what the emitted files read. */
export function ownSecrets({ deploy }: DeploySection): readonly VariablePlan[] {
  const secret = (name: string, why: string): VariablePlan => ({ name, value: null, why });
  return [
    secret(
      "AIRFLOW_DATABASE_URI",
      "postgresql+psycopg2:// address of Airflow's own database, with its password",
    ),
    secret("AIRFLOW_FERNET_KEY", "32 random bytes as URL-safe base64"),
    secret("AIRFLOW_JWT_SECRET", "signs what Airflow's parts tell each other"),
    ...(deploy.hasSuperset
      ? [
          secret("SUPERSET_ADMIN_PASSWORD", "password of the user admin of Superset"),
          secret(
            "SUPERSET_DATABASE_URI",
            "postgresql+psycopg2:// address of Superset's own database, with its password",
          ),
          secret("SUPERSET_SECRET_KEY", "signs the sessions of Superset"),
        ]
      : []),
  ];
}

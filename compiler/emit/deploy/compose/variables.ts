import type { VariablePlan } from "../../../plan/deploy.ts";
import type { DeploySection } from "../section.ts";

/** What only the stack of one machine needs; all secrets but the image. */
export function ownVariables({ deploy }: DeploySection): readonly VariablePlan[] {
  const secret = (name: string, why: string): VariablePlan => ({ name, value: null, why });
  return [
    secret("ODP_POSTGRES_PASSWORD", "password of the administrator of the PostgreSQL that comes along"),
    secret("ODP_AIRFLOW_DATABASE_PASSWORD", "Airflow's password for its own database"),
    secret("ODP_AIRFLOW_ADMIN_PASSWORD", "password of the user admin of Airflow"),
    secret(
      "ODP_AIRFLOW_FERNET_KEY",
      "32 random bytes as URL-safe base64: openssl rand -base64 32 | tr '+/' '-_'",
    ),
    secret("ODP_AIRFLOW_JWT_SECRET", "signs what Airflow's parts tell each other"),
    ...(deploy.hasSuperset
      ? [
          secret("ODP_SUPERSET_DATABASE_PASSWORD", "Superset's password for its own database"),
          secret("ODP_SUPERSET_ADMIN_PASSWORD", "password of the user admin of Superset"),
          secret("ODP_SUPERSET_SECRET_KEY", "signs the sessions of Superset"),
        ]
      : []),
    ...(deploy.lake.kind === "bucket"
      ? [
          secret(
            "ODP_GOOGLE_KEY_FILE",
            "path of the key file of a service account that may read and write the bucket",
          ),
        ]
      : []),
    ...(deploy.hasOpenwhisk
      ? [
          {
            name: "ODP_OPENWHISK_IMAGE",
            value: deploy.images.openwhisk,
            why: "OpenWhisk publishes no versions: replace the tag by the digest that you tried",
          },
        ]
      : []),
  ];
}

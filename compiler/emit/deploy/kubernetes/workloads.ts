import type { YamlValue } from "../../../text/yaml.ts";
import type { DeploySection } from "../section.ts";
import { fromSecret } from "./values.ts";

/** What a container asks for; memory is its limit too, so that it is never the node that runs out. */
export const resources = (cpu: string, memory: string) => ({
  requests: { cpu, memory },
  limits: { memory },
});

/** A folder of the lake that every pod mounts, where it is no bucket. */
export function lakeClaim({
  deploy: { lake, slug },
}: DeploySection):
  | { readonly name: string; readonly volume: YamlValue; readonly mount: YamlValue }
  | undefined {
  if (lake.kind === "bucket") return undefined;
  const name = `${slug}-lake`;
  return {
    name,
    volume: { name: "lake", persistentVolumeClaim: { claimName: name } },
    mount: { name: "lake", mountPath: lake.path },
  };
}

/** The annotation that lets a service account act as one of Google's: workload identity, so that no key exists. */
export function googleServiceAccount({
  config,
  deploy: { lake, slug },
}: DeploySection): { readonly [annotation: string]: string } | undefined {
  if (lake.kind === "folder") return undefined;
  // Google allows thirty characters.
  const account = `odp-${slug}`.slice(0, 30).replace(/-+$/, "");
  return {
    "iam.gke.io/gcp-service-account": `${account}@${config.googleProject ?? "PROJECT_ID"}.iam.gserviceaccount.com`,
  };
}

export const trinoAccount = ({ deploy }: DeploySection): string => `${deploy.slug}-trino`;
export const airflowAccount = ({ deploy }: DeploySection): string => `${deploy.slug}-airflow`;

/** What neither an operator nor a chart makes. */
export function workloads(plan: DeploySection): readonly YamlValue[] {
  const claim = lakeClaim(plan);
  const annotations = googleServiceAccount(plan);
  const account = (name: string): YamlValue => ({
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name, ...(annotations === undefined ? {} : { annotations }) },
  });
  return [
    account(airflowAccount(plan)),
    account(trinoAccount(plan)),
    ...(claim === undefined
      ? []
      : [
          {
            apiVersion: "v1",
            kind: "PersistentVolumeClaim",
            metadata: { name: claim.name },
            spec: {
              accessModes: ["ReadWriteMany"],
              resources: { requests: { storage: "100Gi" } },
            },
          },
        ]),
    poolsJob(plan),
  ];
}

/** The chart knows no pools; a task in a pool that is not there waits for ever. */
function poolsJob(plan: DeploySection): YamlValue {
  const { project, slug } = plan.deploy;
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: `${slug}-airflow-pools` },
    spec: {
      backoffLimit: 20,
      ttlSecondsAfterFinished: 3600,
      template: {
        spec: {
          restartPolicy: "OnFailure",
          serviceAccountName: airflowAccount(plan),
          containers: [
            {
              name: "pools",
              image: `${slug}-airflow`,
              args: [
                "bash",
                "-c",
                `airflow db check-migrations && airflow pools import /opt/odp/${project}/airflow/pools.json`,
              ],
              env: [fromSecret(plan, "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", "AIRFLOW_DATABASE_URI")],
              resources: resources("250m", "1Gi"),
            },
          ],
        },
      },
    },
  };
}

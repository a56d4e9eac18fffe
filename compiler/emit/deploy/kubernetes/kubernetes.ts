import { envFile } from "../../../text/env-file.ts";
import { type YamlValue, yaml } from "../../../text/yaml.ts";
import type { Artifact } from "../../target.ts";
import { type DeploySection, deployFile } from "../section.ts";
import { chartValues } from "./charts.ts";
import { kafkaCluster, kafkaConnect, kafkaConnectors, kafkaTopics } from "./kafka.ts";
import { ownSecrets, secretName, settings, settingsName } from "./values.ts";
import { workloads } from "./workloads.ts";

/** Manifests for a cluster with Strimzi, as a kustomization; values for the charts of the rest. */
export function kubernetesFiles(plan: DeploySection): readonly Artifact[] {
  const resources = manifests(plan);
  const file = (name: string, text: string): Artifact => deployFile(plan, `kubernetes/${name}`, text);
  return [
    ...resources.map(({ name, documents, from }) => ({
      ...file(name, documents.map(yaml).join("---\n")),
      from,
    })),
    file(
      "kustomization.yaml",
      START(plan) +
        yaml(
          kustomization(
            plan,
            resources.map(({ name }) => name),
          ),
        ),
    ),
    file(".gitignore", "secrets.env\n"),
    file("settings.env", envFile(settings(plan))),
    file("secrets.env.example", secretsExample(plan)),
    ...chartValues(plan).map(([chart, values]) => file(`charts/${chart}.values.yaml`, yaml(values))),
  ];
}

interface Manifest {
  readonly name: string;
  readonly documents: readonly YamlValue[];
  readonly from: readonly string[];
}

function manifests(plan: DeploySection): readonly Manifest[] {
  const from = plan.sources.map(({ id }) => id).sort();
  const capture: readonly Manifest[] = [
    { name: "kafka.yaml", documents: kafkaCluster(plan), from: [] },
    { name: "topics.yaml", documents: kafkaTopics(plan), from },
    { name: "connect.yaml", documents: [kafkaConnect(plan)], from },
    ...kafkaConnectors(plan).map(({ file, document }) => ({ name: file, documents: [document], from })),
  ];
  return [
    { name: "workloads.yaml", documents: workloads(plan), from: [] },
    ...(plan.sources.length === 0 ? [] : capture),
  ];
}

const START = (plan: DeploySection): string =>
  [
    "# Needs the Strimzi operator 1.2.0, and a namespace; images are built from deploy/images and pushed to a registry.",
    `#   kubectl create namespace ${plan.deploy.slug}`,
    "#   cp secrets.env.example secrets.env       and set every value, and those of settings.env",
    `#   kubectl -n ${plan.deploy.slug} create secret generic ${secretName(plan)} --from-env-file=secrets.env`,
    "#   kubectl apply -k .",
    `# Then the charts: helm -n ${plan.deploy.slug} install ${plan.deploy.slug}-airflow apache-airflow/airflow -f charts/airflow.values.yaml, and so on.`,
    "",
  ].join("\n");

function kustomization(plan: DeploySection, resources: readonly string[]): YamlValue {
  const { slug } = plan.deploy;
  return {
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    namespace: slug,
    resources: [...resources].sort(),
    configMapGenerator: [
      { name: settingsName(plan), envs: ["settings.env"], options: { disableNameSuffixHash: true } },
    ],
    images: [{ name: `${slug}-airflow`, newName: `registry.example.com/${slug}-airflow`, newTag: "1" }],
  };
}

function secretsExample(plan: DeploySection): string {
  const secrets = [...plan.deploy.variables.filter(({ value }) => value === null), ...ownSecrets(plan)];
  const lines = secrets.map(({ name, why }) => `# ${why}\n${envFile([[name, ""]])}`);
  return `# Names of every secret. Values stand inside URLs and JSON: letters, digits and - _ . ~ only.\n${lines.join("")}`;
}

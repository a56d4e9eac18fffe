import { target } from "../target.ts";
import { composeFiles } from "./compose/compose.ts";
import { imageFiles } from "./images/images.ts";
import { kubernetesFiles } from "./kubernetes/kubernetes.ts";

/** Everything that runs the output: images, the whole stack on one machine, manifests for a cluster. */
export const deploy = target({
  summary: "images, Docker Compose for one machine, Kubernetes manifests and chart values",
  reads: ["airflow", "catalogs", "config", "deploy", "sources", "topics"],
  // Without anything that is captured or built there is nothing to run.
  emit: (plan) =>
    plan.airflow.dags.length === 0
      ? []
      : [...imageFiles(plan), ...composeFiles(plan), ...kubernetesFiles(plan)],
});

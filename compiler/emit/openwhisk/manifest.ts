import type { ActionLimits, BoundParameter, OpenwhiskPlan } from "../../plan/openwhisk.ts";
import { flow, type YamlValue, yaml } from "../../text/yaml.ts";

/** The newest kind that OpenWhisk's own list of runtimes has. */
const KIND = "nodejs:20";

/**
 * `manifest.yaml` for wskdeploy; values come from the environment when it is deployed, a variable that is not set
 * arrives as an empty text. A text of the user stands in the constant parameters only: `$$` is how wskdeploy writes a
 * dollar sign before a brace.
 */
export function manifest({ project, package: name, delivery, actions }: OpenwhiskPlan): string {
  const made: Record<string, YamlValue> = {};
  if (delivery !== null)
    made[delivery.name] = {
      // A folder: what stands in it is deployed as one archive.
      function: "deliver",
      ...common(delivery.limits),
      inputs: inputs(delivery.parameters),
      annotations: ANNOTATIONS,
    };
  for (const action of actions)
    made[action.name] = {
      function: `actions/${action.name}.js`,
      ...common(action.limits),
      inputs: {
        ...Object.fromEntries(Object.entries(action.params).map(([key, value]) => [key, constant(value)])),
        ...inputs(action.secrets),
      },
      annotations: ANNOTATIONS,
    };
  return yaml({
    project: {
      name: project,
      packages: { [name]: { version: "1.0.0", license: "Apache-2.0", actions: made } },
    },
  });
}

/** The key of the namespace is not given to actions. */
const ANNOTATIONS: YamlValue = { "provide-api-key": false };

function common({ timeoutMilliseconds, memoryMegabytes, logMegabytes }: ActionLimits) {
  return {
    runtime: KIND,
    main: "main",
    limits: { timeout: timeoutMilliseconds, memorySize: memoryMegabytes, logSize: logMegabytes },
  };
}

function inputs(parameters: readonly BoundParameter[]): Readonly<Record<string, YamlValue>> {
  return Object.fromEntries(
    parameters.map(({ name, variable }) => [name, typed("string", `\${${variable}}`)]),
  );
}

function constant(value: string | number | boolean): YamlValue {
  if (typeof value === "string")
    return typed(
      "string",
      value.replaceAll("${", () => "$${"),
    );
  if (typeof value === "boolean") return typed("boolean", value);
  return typed(Number.isInteger(value) ? "integer" : "float", value);
}

function typed(type: string, value: YamlValue): YamlValue {
  return flow(
    new Map<string, YamlValue>([
      ["type", type],
      ["value", value],
    ]),
  );
}

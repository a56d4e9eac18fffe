// What services are made of.
import type { YamlValue } from "../../../text/yaml.ts";
import type { DeploySection } from "../section.ts";

export type Services = Readonly<Record<string, YamlValue>>;

/** Needs of a service, by the state that each has to have. */
export const after = (needs: Readonly<Record<string, "healthy" | "done">>): YamlValue =>
  Object.fromEntries(
    Object.entries(needs).map(([name, state]) => [
      name,
      { condition: state === "healthy" ? "service_healthy" : "service_completed_successfully" },
    ]),
  );

/** A health check by a shell command. */
export const health = (command: string, startSeconds: number, everySeconds = 10): YamlValue => ({
  test: ["CMD-SHELL", command],
  interval: `${everySeconds}s`,
  timeout: `${everySeconds}s`,
  retries: 6,
  start_period: `${startSeconds}s`,
});

/** A service with what `base.yaml` says of its kind. */
export const extending = (service: string): YamlValue => ({ file: "base.yaml", service });

/** Only this machine reaches the ports. */
export const local = (port: number, inside = port): readonly string[] => [`127.0.0.1:${port}:${inside}`];

/** Volume or key that whatever reads the lake needs. */
export function lakeAccess({ deploy: { lake } }: DeploySection): {
  readonly volumes: readonly string[];
  readonly secrets: Readonly<Record<string, YamlValue>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly needs: Readonly<Record<string, "done">>;
} {
  return lake.kind === "folder"
    ? { volumes: [`lake:${lake.path}`], secrets: {}, environment: {}, needs: { "lake-folder": "done" } }
    : {
        volumes: [],
        secrets: { secrets: ["google-key"] },
        environment: { GOOGLE_APPLICATION_CREDENTIALS: "/run/secrets/google-key" },
        needs: {},
      };
}

// The deployment gives what the rest of the output reads, and lists every secret without a value.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { AIRFLOW_LOCK, DBT_LOCK } from "../../../../compiler/facts/python-locks.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const OUT = join(ROOT, "dags-out");
const projects = readdirSync(OUT);

const text = (project: string, file: string): string => readFileSync(join(OUT, project, file), "utf8");
const files = (project: string, folder: string, ending: string): readonly string[] =>
  readdirSync(join(OUT, project, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => text(project, `${folder}/${name}`));
const all = (texts: readonly string[], pattern: RegExp): readonly string[] =>
  [...new Set(texts.flatMap((each) => [...each.matchAll(pattern)].map((match) => match[1] ?? "")))].sort();

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly extends?: { readonly service: string };
}

/** What a service of compose.yaml has in its environment. */
function given(project: string, service: string): Readonly<Record<string, string>> {
  const services = (file: string): Readonly<Record<string, Service>> =>
    parse(text(project, `deploy/compose/${file}`)).services;
  const own = services("compose.yaml")[service] ?? {};
  const base = own.extends === undefined ? {} : services("base.yaml")[own.extends.service];
  return { ...base?.environment, ...own.environment };
}

/** Names of `.env.example` with what stands behind them. */
function example(project: string, file: string): ReadonlyMap<string, string> {
  return new Map(
    [...text(project, file).matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name, value]) => [
      name ?? "",
      value ?? "",
    ]),
  );
}

const REFERENCE = /\$\{([A-Z][A-Z0-9_]*):\?\}/g;
const isSecret = (name: string): boolean => /PASSWORD|SECRET|_KEY|TOKEN/.test(name);

describe.each(projects)("%s", (project) => {
  test.each([
    ["connect", "connect", ".json", /\$\{env:([A-Za-z0-9_]+)\}/g],
    ["trino", "trino/catalog", ".properties", /\$\{ENV:([A-Za-z0-9_]+)\}/g],
    ["airflow-scheduler", "airflow", "connections.env.example", /^(AIRFLOW_CONN_[A-Z0-9_]+)=/gm],
    ["airflow-triggerer", "airflow", "connections.env.example", /^(AIRFLOW_CONN_[A-Z0-9_]+)=/gm],
  ] as const)("%s has what %s/ refers to", (service, folder, ending, pattern) => {
    const read = all(files(project, folder, ending), pattern);
    expect(read.length).toBeGreaterThan(0);
    expect(Object.keys(given(project, service))).toEqual(expect.arrayContaining([...read]));
  });

  test("dbt has what its profile needs, and finds its project and its program", () => {
    const needed = all(
      [text(project, "dbt/profiles.yml")],
      /env_var\('(ODP_TRINO_HOST|ODP_TRINO_PORT|ODP_TRINO_USER|ODP_DBT_TARGET)'/g,
    );
    const environment = given(project, "airflow-scheduler");
    expect(Object.keys(environment)).toEqual(expect.arrayContaining([...needed]));
    const image = text(project, "deploy/images/airflow.Dockerfile");
    expect(image).toContain(`dbt ${environment[`ODP_${project.toUpperCase()}_DBT_DIR`]}\n`);
    expect(image).toContain(`ODP_DBT=${environment.ODP_DBT}`);
  });

  test("a connection is JSON once its variables are set", () => {
    const values = Object.entries(given(project, "airflow-scheduler")).filter(
      ([name, value]) => name.startsWith("AIRFLOW_CONN_") && value.startsWith("{"),
    );
    expect(values.length).toBeGreaterThan(3);
    for (const [, value] of values)
      expect(
        JSON.parse(value.replace(REFERENCE, (_, name) => (name === "ODP_SMTP_PLAIN" ? "true" : "x"))),
      ).toHaveProperty("conn_type");
  });

  test(".env.example lists what compose.yaml reads, nothing else, and no value of a secret", () => {
    const read = all(files(project, "deploy/compose", ".yaml"), REFERENCE);
    const listed = example(project, "deploy/compose/.env.example");
    expect([...listed.keys()].sort()).toEqual(read);
    const secrets = [...listed].filter(([name]) => isSecret(name));
    expect(secrets.length).toBeGreaterThan(4);
    for (const [name, value] of secrets) expect(`${name}=${value}`).toBe(`${name}=`);
  });

  test("the manifests refer to keys that settings.env and secrets.env.example list, and to all of them", () => {
    const texts = files(project, "deploy/kubernetes", ".yaml").join("\n");
    const referred = (kind: string): readonly string[] =>
      all([texts], new RegExp(`${kind}:\\s+name: \\S+\\s+key: (\\S+)`, "g"));
    const bySecretList = all([texts], /secretKey: (\S+)/g);
    const settings = [...example(project, "deploy/kubernetes/settings.env").keys()];
    const secrets = [...example(project, "deploy/kubernetes/secrets.env.example")];
    expect([...settings].sort()).toEqual(referred("configMapKeyRef"));
    expect(secrets.map(([name]) => name).sort()).toEqual(
      [...new Set([...referred("secretKeyRef"), ...bySecretList])].sort(),
    );
    for (const [, value] of secrets) expect(value).toBe("");
  });

  test("every topic and connector is a resource", () => {
    const topics = parse(text(project, "kafka/topics.yaml")).topics.map(({ name }: { name: string }) => name);
    const made = all([text(project, "deploy/kubernetes/topics.yaml")], /topicName: "?([^"\n]+)"?/g);
    expect(made).toEqual([...topics].sort());
    for (const file of readdirSync(join(OUT, project, "connect")).filter((name) => name.endsWith(".json"))) {
      const config = JSON.parse(text(project, `connect/${file}`));
      const { spec } = parse(text(project, `deploy/kubernetes/connectors/${file.replace(/json$/, "yaml")}`));
      expect({
        ...spec.config,
        name: config.name,
        "connector.class": spec.class,
        "tasks.max": String(spec.tasksMax),
      }).toEqual(config);
    }
  });

  test("as many brokers start as a topic has replicas", () => {
    const { topics } = parse(text(project, "kafka/topics.yaml"));
    const { services } = parse(text(project, "deploy/compose/compose.yaml"));
    const brokers = Object.keys(services).filter((name) => name.startsWith("kafka-"));
    expect(new Set(topics.map((topic: { replication_factor: number }) => topic.replication_factor))).toEqual(
      new Set([brokers.length]),
    );
  });
});

test.each([
  ["airflow.lock.txt", AIRFLOW_LOCK],
  ["dbt.lock.txt", DBT_LOCK],
])("the image installs the %s that the lanes run", (name, lock) => {
  const file = join(ROOT, "test/real/install", name);
  expect(existsSync(file)).toBe(true);
  expect(lock).toBe(readFileSync(file, "utf8"));
});

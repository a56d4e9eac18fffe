import { connection } from "../../compiler/plan/names.ts";
import type { Plan } from "../../compiler/plan/plan.ts";
import type { SourcePlan } from "../../compiler/plan/sources.ts";
import type { Connect } from "../deploy/clients/connect.ts";
import { variableOf } from "../deploy/connections.ts";
import type { World } from "../deploy/world.ts";
import { type Examination, examine, type Finding, ok, problem, warning } from "./finding.ts";

const reach = (id: string): string => `set ${variableOf(id)} to an address that is reached from here`;

/** Brokers, topics, Connect with its plugins, connectors. */
export function examineStreams(plan: Plan, world: World): readonly Promise<Examination>[] {
  if (plan.sources.length === 0) return [];
  return [
    examine("Kafka", reach(connection.kafka), async () => {
      const topics = await world.topics(connection.kafka);
      const brokers = await topics.brokers();
      const names = plan.topics.map(({ name }) => name);
      const there = await topics.read(names);
      const missing = names.filter((name) => !there.has(name));
      const { replicationFactor } = plan.config;
      return [
        brokers >= replicationFactor
          ? ok(`${brokers} brokers, for ${replicationFactor} replicas`)
          : problem(
              `${brokers} brokers cannot hold ${replicationFactor} replicas`,
              "add brokers, or set kafka.replicationFactor",
            ),
        missing.length === 0
          ? ok(`all ${names.length} topics are there`)
          : problem(`topics are missing: ${missing.join(", ")}`, "odp deploy --target kafka"),
      ];
    }),
    examine("Kafka Connect", reach(connection.kafkaConnect), async () => {
      const connect = world.connect(connection.kafkaConnect);
      const plugins = await connect.plugins();
      const connectors = await Promise.all(plan.sources.map((source) => connectorFindings(connect, source)));
      return [...versions(plan, await connect.version(), plugins), ...connectors.flat()];
    }),
  ];
}

function versions(plan: Plan, version: string, plugins: ReadonlyMap<string, string>): readonly Finding[] {
  const { kafka, debezium, icebergSink } = plan.config.versions;
  const wanted = [
    ["io.debezium.connector.postgresql.PostgresConnector", debezium],
    ["org.apache.iceberg.connect.IcebergSinkConnector", icebergSink],
  ] as const;
  return [
    version === kafka
      ? ok(`Kafka Connect ${version}`)
      : warning(
          `Kafka Connect is ${version}, declared is ${kafka}`,
          "set versions.kafka to what runs, if odp knows it",
        ),
    ...wanted.map(([plugin, declared]) => {
      const found = plugins.get(plugin);
      const name = plugin.split(".").at(-1) ?? plugin;
      if (found === undefined)
        return problem(
          `the plugin ${plugin} is not installed`,
          `install ${declared}: deploy/images/connect.Dockerfile builds an image with it`,
        );
      return found.includes(declared)
        ? ok(`${name} ${found}`)
        : problem(
            `${name} is ${found}, declared is ${declared}`,
            "install the declared version: keys and file formats go by it",
          );
    }),
  ];
}

async function connectorFindings(connect: Connect, source: SourcePlan): Promise<readonly Finding[]> {
  const each = source.connectors.map(async ({ name, config }): Promise<readonly Finding[]> => {
    const refused = await connect.validate(new Map(config));
    const status = await connect.status(name);
    const findings = refused.map((text) =>
      problem(
        `${name} would be refused: ${text}`,
        "mend the value, the variable of the worker, or the database's login",
      ),
    );
    if (status === undefined)
      return [...findings, warning(`${name} is not deployed`, "odp deploy --target connect")];
    const states = [status.state, ...status.tasks];
    const bad = states.filter((state) => state !== "RUNNING");
    if (bad.length > 0)
      return [
        ...findings,
        problem(`${name} is ${bad[0]}: ${status.trace}`, "odp deploy --target connect restarts what failed"),
      ];
    return [...findings, ok(`${name} runs`)];
  });
  return (await Promise.all(each)).flat();
}

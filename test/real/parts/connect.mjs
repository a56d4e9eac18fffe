// One distributed Connect worker with the Debezium and Iceberg plugins, and both providers that connector files refer to.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectClient } from "../clients/connect.mjs";
import { bindingsOf } from "../lib/bindings.mjs";
import { allProjects } from "../lib/projects.mjs";
import { startService, waitUntil } from "../lib/service.mjs";
import { kafkaJava, SMALL_JVM } from "./java.mjs";
import { logSettings } from "./log-settings.mjs";

const settings = ({ connect }, bootstrap, pluginPath, secrets) => `
bootstrap.servers=${bootstrap}
group.id=odp-connect
config.storage.topic=odp-connect-configs
offset.storage.topic=odp-connect-offsets
status.storage.topic=odp-connect-status
config.storage.replication.factor=1
offset.storage.replication.factor=1
status.storage.replication.factor=1
offset.storage.partitions=1
status.storage.partitions=1
offset.flush.interval.ms=5000
scheduled.rebalance.max.delay.ms=0
listeners=http://127.0.0.1:${connect}
rest.advertised.host.name=127.0.0.1
plugin.path=${pluginPath}
plugin.discovery=service_load
key.converter=org.apache.kafka.connect.json.JsonConverter
value.converter=org.apache.kafka.connect.json.JsonConverter
key.converter.schemas.enable=false
value.converter.schemas.enable=false
connector.client.config.override.policy=All
config.providers=env,file
config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
config.providers.env.param.allowlist.pattern=^ODP_.*
config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
config.providers.file.param.allowed.paths=${secrets}
topic.creation.enable=true
`;

const worker = (plugins, needs) => ({
  name: "connect",
  needs: ["kafka", "postgres", plugins, ...needs],
  async start(runtime) {
    const { folder, ports, parts } = runtime;
    const home = join(folder, "connect");
    const secrets = join(home, "secrets");
    mkdirSync(secrets, { recursive: true });
    const settingsFile = join(home, "worker.properties");
    writeFileSync(settingsFile, settings(ports, parts.kafka.bootstrap, parts[plugins].pluginPath, secrets));
    const env = Object.assign({}, ...allProjects().map((project) => bindingsOf(runtime, project)));
    const launch = async () => {
      const args = [
        "-Xms256m",
        "-Xmx768m",
        ...SMALL_JVM,
        `-Dlog4j2.configurationFile=${logSettings(home, "info")}`,
      ];
      // The worker's file has to be the first argument: the sink reads it from the command line of the JVM.
      const main = ["org.apache.kafka.connect.cli.ConnectDistributed", settingsFile];
      const service = startService(folder, {
        name: "connect",
        program: kafkaJava(),
        args: [...args, "-cp", parts["kafka-jars"].classPath, ...main],
        env,
      });
      await waitUntil("Connect answers", 300, () => client.names(), service);
      return service;
    };
    const client = connectClient(`http://127.0.0.1:${ports.connect}`);
    let service = await launch();
    return {
      ...client,
      url: `http://127.0.0.1:${ports.connect}`,
      secrets,
      kill: () => service.kill(),
      async restart() {
        await service.stop();
        service = await launch();
      },
      stop: () => service.stop(),
    };
  },
});

/** With the sink for files. */
export const connect = worker("connect-plugins", []);

/** With the sink for Google Cloud Storage, in place of the other. */
export const connectOnGcs = worker("connect-plugins-gcs", ["gcs"]);

// One Kafka node, broker and controller in one process. Topics are created by hand, as on a careful cluster.
import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { mustRun } from "../lib/command.mjs";
import { startService, waitUntil } from "../lib/service.mjs";
import { kafkaJava, SMALL_JVM } from "./java.mjs";
import { logSettings } from "./log-settings.mjs";

// A cluster id is sixteen bytes in base64: these spell `odp-test-cluster`.
const CLUSTER_ID = "b2RwLXRlc3QtY2x1c3Rlcg";

const settings = ({ kafka, kraft }, data) => `
process.roles=broker,controller
node.id=1
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://127.0.0.1:${kafka},CONTROLLER://127.0.0.1:${kraft}
advertised.listeners=PLAINTEXT://127.0.0.1:${kafka}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
controller.quorum.bootstrap.servers=127.0.0.1:${kraft}
log.dirs=${data}
num.partitions=1
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
default.replication.factor=1
group.initial.rebalance.delay.ms=0
num.network.threads=2
num.io.threads=4
log.segment.bytes=67108864
log.cleaner.dedupe.buffer.size=8388608
`;

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
  });
}

/**
 * A `kafka-topics.sh` for scripts that call it. This cluster has one broker, so a topic gets one replica whatever the
 * script asks for.
 */
function writeTopicsCommand(home, java, classPath) {
  const folder = join(home, "bin");
  mkdirSync(folder, { recursive: true });
  const command = `"${java}" -Xmx192m ${SMALL_JVM.join(" ")} -Dlog4j2.configurationFile="${logSettings(home, "error")}"`;
  const text = `#!/bin/sh
replication=
for argument do
  shift
  [ "$replication" = next ] && argument=1
  replication=
  [ "$argument" = --replication-factor ] && replication=next
  set -- "$@" "$argument"
done
exec ${command} -cp "${classPath}" org.apache.kafka.tools.TopicCommand "$@"
`;
  writeFileSync(join(folder, "kafka-topics.sh"), text, { mode: 0o755 });
  return folder;
}

export const kafka = {
  name: "kafka",
  needs: ["kafka-jars"],
  async start({ folder, ports, parts }) {
    const home = join(folder, "kafka");
    mkdirSync(home, { recursive: true });
    const settingsFile = join(home, "server.properties");
    writeFileSync(settingsFile, settings(ports, join(home, "data")));
    const { classPath } = parts["kafka-jars"];
    /** Runs one of Kafka's own programs to its end. */
    const tool = (main, args) =>
      mustRun(kafkaJava(), [
        ...["-Xmx192m", ...SMALL_JVM, `-Dlog4j2.configurationFile=${logSettings(home, "error")}`],
        ...["-cp", classPath, main, ...args],
      ]);
    await tool("kafka.tools.StorageTool", ["format", "--standalone", "-t", CLUSTER_ID, "-c", settingsFile]);
    const launch = async () => {
      const args = [
        "-Xms128m",
        "-Xmx384m",
        ...SMALL_JVM,
        `-Dlog4j2.configurationFile=${logSettings(home, "info")}`,
      ];
      const service = startService(folder, {
        name: "kafka",
        program: kafkaJava(),
        args: [...args, "-cp", classPath, "kafka.Kafka", settingsFile],
      });
      await waitUntil("Kafka listens", 300, () => answers(ports.kafka), service);
      return service;
    };
    let service = await launch();
    const bootstrap = `127.0.0.1:${ports.kafka}`;
    return {
      bootstrap,
      tool,
      /** Folder with the command line tools that scripts expect. */
      bin: writeTopicsCommand(home, kafkaJava(), classPath),
      createTopics: (names) =>
        Promise.all(
          names.map((name) =>
            tool("org.apache.kafka.tools.TopicCommand", [
              ...["--bootstrap-server", bootstrap, "--create", "--if-not-exists", "--topic", name],
              ...["--partitions", "1", "--replication-factor", "1"],
            ]),
          ),
        ),
      kill: () => service.kill(),
      async restart() {
        await service.stop();
        service = await launch();
      },
      stop: () => service.stop(),
    };
  },
};

// What Maven brings: Kafka with Connect, the two connector plugins, the Trino server.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installed, recipe } from "../lib/cache.mjs";
import { mustRun } from "../lib/command.mjs";

export const MAVEN_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1";
const DEBEZIUM_VERSION = "3.7.0.Final";
const TRINO_VERSION = "476";

// Without geospatial the postgresql catalog of Trino 476 is refused: "Unknown type: Geometry".
const TRINO_PLUGINS = ["geospatial", "iceberg", "memory", "postgresql", "tpcds", "tpch"];

/** Copies the dependencies of a project file below `install/` into a folder. */
async function copyDependencies(projectFile, folder, flags = []) {
  // Maven may write beside the file it reads, so it reads a copy.
  const project = join(folder, "pom.xml");
  copyFileSync(new URL(`../install/${projectFile}`, import.meta.url), project);
  const output = join(folder, "jars");
  await mustRun("mvn", [
    ...["-q", "-B", "-f", project, `${MAVEN_PLUGIN}:copy-dependencies`],
    ...["-DincludeScope=runtime", `-DoutputDirectory=${output}`, ...flags],
  ]);
}

/** Copies one artifact (`group:name:version:type[:classifier]`) into a folder. */
function copyArtifact(artifact, folder) {
  const flags = [`-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`, "-Dmdep.useBaseVersion=true"];
  return mustRun("mvn", ["-q", "-B", `${MAVEN_PLUGIN}:copy`, ...flags]);
}

export const kafkaJars = {
  name: "kafka-jars",
  needs: [],
  async start() {
    const folder = await installed("kafka", [recipe("kafka.pom.xml")], (target) =>
      copyDependencies("kafka.pom.xml", target),
    );
    return { classPath: join(folder, "jars", "*") };
  },
};

/** Debezium and an Iceberg sink, side by side in one plugin folder. */
const plugins = (name, sink) => ({
  name,
  needs: [],
  async start() {
    const folder = await installed(name, [recipe(sink), DEBEZIUM_VERSION], async (target) => {
      const places = {
        debezium: join(target, "plugins", "debezium"),
        sink: join(target, "plugins", "iceberg-sink"),
      };
      mkdirSync(places.debezium, { recursive: true });
      await copyArtifact(`io.debezium:debezium-connector-postgres:${DEBEZIUM_VERSION}:tar.gz:plugin`, target);
      const archive = `debezium-connector-postgres-${DEBEZIUM_VERSION}-plugin.tar.gz`;
      await mustRun("tar", ["-xzf", join(target, archive), "-C", places.debezium, "--strip-components=1"]);
      rmSync(join(target, archive));
      const excluded = "-DexcludeGroupIds=org.apache.kafka,org.slf4j";
      await copyDependencies(sink, target, [excluded]);
      await mustRun("mv", [join(target, "jars"), places.sink]);
    });
    return { pluginPath: join(folder, "plugins") };
  },
});

/** With the sink for files. */
export const connectPlugins = plugins("connect-plugins", "iceberg-sink.pom.xml");

/** With the sink for Google Cloud Storage, which is another version. */
export const connectPluginsGcs = plugins("connect-plugins-gcs", "iceberg-sink-gcs.pom.xml");

export const trinoServer = {
  name: "trino-server",
  needs: [],
  async start() {
    const folder = await installed("trino", [TRINO_VERSION, ...TRINO_PLUGINS], async (target) => {
      await copyArtifact(`io.trino:trino-server:${TRINO_VERSION}:tar.gz`, target);
      const archive = join(target, `trino-server-${TRINO_VERSION}.tar.gz`);
      await mustRun("tar", ["-xzf", archive, "-C", target, "--strip-components=1"]);
      rmSync(archive);
      // Only now: plugins share jars by hard links whose first copy may lie in a plugin that goes.
      for (const plugin of readdirSync(join(target, "plugin"))) {
        if (!TRINO_PLUGINS.includes(plugin)) rmSync(join(target, "plugin", plugin), { recursive: true });
      }
    });
    return { home: folder };
  },
};

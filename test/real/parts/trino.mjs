// One Trino 476 without its launcher. Catalogs are dynamic, so that each emitted one can be offered to it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { trinoClient } from "../clients/trino.mjs";
import { startService, waitUntil } from "../lib/service.mjs";
import { trinoJava } from "./java.mjs";
import { lakeCatalogProperties, prepareCatalogDatabase } from "./lake.mjs";

// Query memory and headroom have to fit into the heap, otherwise the start is refused.
const HEAP = process.env.ODP_TRINO_HEAP ?? "1300m";
const QUERY_MEMORY = "500MB";
const HEADROOM = "300MB";

const JVM = [
  `-Xmx${HEAP}`,
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:+ExitOnOutOfMemoryError",
  "-XX:ReservedCodeCacheSize=256M",
  "-XX:+EnableDynamicAgentLoading",
  "-Djdk.attach.allowAttachSelf=true",
  "-Djdk.nio.maxCachedBufferSize=2000000",
  "-Dfile.encoding=UTF-8",
  "--add-modules=jdk.incubator.vector",
  "--sun-misc-unsafe-memory-access=allow",
  "--enable-native-access=ALL-UNNAMED",
];

const settings = (port, plugins) => `
coordinator=true
node-scheduler.include-coordinator=true
http-server.http.port=${port}
discovery.uri=http://127.0.0.1:${port}
query.max-memory=${QUERY_MEMORY}
query.max-memory-per-node=${QUERY_MEMORY}
memory.heap-headroom-per-node=${HEADROOM}
catalog.management=dynamic
node.environment=odp_test
node.id=odp-test-1
node.bind-ip=127.0.0.1
node.internal-address=127.0.0.1
plugin.dir=${plugins}
`;

export const trino = {
  name: "trino",
  needs: ["trino-server", "postgres"],
  async start(runtime) {
    const { folder, ports, parts } = runtime;
    const home = join(folder, "trino");
    mkdirSync(join(home, "etc", "catalog"), { recursive: true });
    const install = parts["trino-server"].home;
    writeFileSync(join(home, "etc", "config.properties"), settings(ports.trino, join(install, "plugin")));
    writeFileSync(join(home, "etc", "log.properties"), "io.trino=INFO\norg.eclipse.jetty=WARN\n");
    writeFileSync(join(home, "etc", "catalog", "memory.properties"), "connector.name=memory\n");
    writeFileSync(join(home, "etc", "catalog", "tpch.properties"), "connector.name=tpch\n");
    const client = trinoClient(`http://127.0.0.1:${ports.trino}`);
    const service = startService(folder, {
      name: "trino",
      program: await trinoJava(),
      args: [
        ...JVM,
        ...["-cp", join(install, "lib", "*")],
        `-Dconfig=${join(home, "etc", "config.properties")}`,
        `-Dlog.levels-file=${join(home, "etc", "log.properties")}`,
        "io.trino.server.TrinoServer",
      ],
      cwd: home,
    });
    const ready = async () => (await (await fetch(`${client.url}/v1/info`)).json()).starting === false;
    await waitUntil("Trino is up", 600, ready, service);
    await waitUntil("Trino answers a query", 300, () => client.query("select 1"), service);
    await prepareCatalogDatabase(runtime, "iceberg");
    await client.replaceCatalog("lake", "iceberg", lakeCatalogProperties(runtime, "iceberg"));
    return { ...client, port: ports.trino, stop: () => service.stop() };
  },
};

// The two Java machines: 17 or newer for Kafka and Connect, 24 or newer with the vector module for Trino.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "../lib/command.mjs";

const FOLDER = "/usr/lib/jvm";

/** Serial collector and first compiler tiers only: the least memory and the fastest start on two cores. */
export const SMALL_JVM = [
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:+ExitOnOutOfMemoryError",
  "-Djava.awt.headless=true",
  "-Djava.net.preferIPv4Stack=true",
];

/** The `java` of Kafka and Connect. */
export const kafkaJava = () => process.env.ODP_JAVA ?? "java";

/** The `java` of Trino: `JAVA25_HOME`, else the first machine below `/usr/lib/jvm` that has the vector module. */
export async function trinoJava() {
  const candidates = existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((name) => name.includes("25"))
        .sort()
    : [];
  const homes = [process.env.JAVA25_HOME, ...candidates.map((name) => join(FOLDER, name))];
  for (const home of homes) {
    const java = home === undefined ? "" : join(home, "bin", "java");
    if (!existsSync(java)) continue;
    const { stdout } = await run(java, ["--list-modules"]);
    if (/^jdk\.incubator\.vector/m.test(stdout)) return java;
  }
  throw new Error("Trino needs a JDK 25 with the module jdk.incubator.vector; set JAVA25_HOME");
}

// Every port is on loopback. `ODP_PORT_<NAME>` fixes one; the others are whatever is free, so that two runs do not meet.
import { createServer } from "node:net";

const NAMES = [
  "postgres",
  "kafka",
  "kraft",
  "connect",
  "trino",
  "airflow",
  "smtp",
  "openwhisk",
  "gcs",
  "tokens",
  "superset",
];

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Ports by the name of what listens there. */
export async function choosePorts() {
  const pairs = [];
  for (const name of NAMES) {
    const wanted = process.env[`ODP_PORT_${name.toUpperCase()}`];
    pairs.push([name, wanted === undefined ? await freePort() : Number(wanted)]);
  }
  return Object.fromEntries(pairs);
}

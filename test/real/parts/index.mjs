// Everything that a lane may need: installations and services. `needs` of a lane or a part name entries of this list.
import { airflow } from "./airflow.mjs";
import { connect, connectOnGcs } from "./connect.mjs";
import { composeLoader, manifestSchemas } from "./deployment.mjs";
import {
  airflowEnvironment,
  dbtEnvironment,
  spreadsheets,
  supersetEnvironment,
  tools,
} from "./environments.mjs";
import { gcs, gcsServer } from "./gcs.mjs";
import { connectPlugins, connectPluginsGcs, kafkaJars, trinoServer } from "./jars.mjs";
import { kafka } from "./kafka.mjs";
import { postgres } from "./postgres.mjs";
import { openwhisk, smtp } from "./stand-ins.mjs";
import { superset } from "./superset.mjs";
import { trino } from "./trino.mjs";

export const parts = [
  tools,
  airflowEnvironment,
  dbtEnvironment,
  spreadsheets,
  supersetEnvironment,
  kafkaJars,
  connectPlugins,
  connectPluginsGcs,
  trinoServer,
  composeLoader,
  manifestSchemas,
  gcsServer,
  postgres,
  gcs,
  kafka,
  connect,
  trino,
  smtp,
  openwhisk,
  airflow,
  superset,
];

/** The same with a lake in a bucket instead of a folder, once the part `gcs` has started. */
export const partsOnGcs = parts.map((part) => (part === connect ? connectOnGcs : part));

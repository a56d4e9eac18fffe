// Everything that a lane may need: installations and services. `needs` of a lane or a part name entries of this list.
import { airflow } from "./airflow.mjs";
import { connect } from "./connect.mjs";
import { composeLoader, manifestSchemas } from "./deployment.mjs";
import { airflowEnvironment, dbtEnvironment, tools } from "./environments.mjs";
import { connectPlugins, kafkaJars, trinoServer } from "./jars.mjs";
import { kafka } from "./kafka.mjs";
import { postgres } from "./postgres.mjs";
import { openwhisk, smtp } from "./stand-ins.mjs";
import { trino } from "./trino.mjs";

export const parts = [
  tools,
  airflowEnvironment,
  dbtEnvironment,
  kafkaJars,
  connectPlugins,
  trinoServer,
  composeLoader,
  manifestSchemas,
  postgres,
  kafka,
  connect,
  trino,
  smtp,
  openwhisk,
  airflow,
];

// Stands for Trino's own command line: `trino --server URL --execute SQL`.
import { parseArgs } from "node:util";
import { trinoClient } from "../clients/trino.mjs";

const { values } = parseArgs({ options: { server: { type: "string" }, execute: { type: "string" } } });
await trinoClient(values.server).query(values.execute);

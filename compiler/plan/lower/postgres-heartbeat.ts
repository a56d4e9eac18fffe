import { postgresName, postgresString } from "../../text/postgres-sql.ts";
import * as names from "../names.ts";

/** One row for each slot is written anew: an event that shows how far capturing is, and that keeps the slot moving. */
export function heartbeatStatement(slot: string): string {
  const table = postgresName(names.odpSchema, names.heartbeatTable);
  return `insert into ${table} (id, at) values (${postgresString(slot)}, now()) on conflict (id) do update set at = excluded.at`;
}

// What was deployed last, kept where everybody who deploys sees it: in a table of the first database that the project
// prepares, that of the Iceberg catalog or of a source.
import type { Plan } from "../../compiler/plan/plan.ts";
import type { Facets } from "./compare.ts";
import type { World } from "./world.ts";

export interface Stamps {
  /** Facets as the last deployment left them, by operation. */
  readonly deployed: ReadonlyMap<string, Facets>;
  readonly write: (operation: string, facets: Facets) => Promise<void>;
}

const SCHEMA = "odp";
const TABLE = `${SCHEMA}.deployed`;

/** Reads the stamps; the table is made by the first deployment that writes. */
export async function openStamps(plan: Plan, world: World): Promise<Stamps> {
  const connection = plan.operations.find(({ kind }) => kind === "postgres");
  if (connection?.kind !== "postgres") return { deployed: new Map(), write: async () => undefined };
  const database = await world.database(connection.connection);
  const { project } = plan.config;
  const [known] = await database.query("select to_regclass($1) is not null as there", [TABLE]);
  const rows =
    known?.there === true
      ? await database.query(`select operation, facets from ${TABLE} where project = $1`, [project])
      : [];
  let isMade = known?.there === true;
  return {
    deployed: new Map(rows.map(({ operation, facets }) => [String(operation), facetsOf(facets)])),
    write: async (operation, facets) => {
      if (!isMade) {
        await database.query(`create schema if not exists ${SCHEMA}`);
        await database.query(
          `create table if not exists ${TABLE} (project text, operation text, facets jsonb not null, deployed_at timestamptz not null, deployed_by text not null, primary key (project, operation))`,
        );
        isMade = true;
      }
      await database.query(
        `insert into ${TABLE} (project, operation, facets, deployed_at, deployed_by) values ($1, $2, $3, now(), session_user)
         on conflict (project, operation) do update set facets = excluded.facets, deployed_at = excluded.deployed_at, deployed_by = excluded.deployed_by`,
        [project, operation, JSON.stringify([...facets])],
      );
    },
  };
}

function facetsOf(value: unknown): Facets {
  if (!Array.isArray(value)) return new Map();
  return new Map(
    value.map((pair: unknown) => (Array.isArray(pair) ? [String(pair[0]), String(pair[1])] : ["", ""])),
  );
}

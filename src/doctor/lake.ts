import { connection } from "../../compiler/plan/names.ts";
import type { Plan } from "../../compiler/plan/plan.ts";
import { variableOf } from "../deploy/connections.ts";
import type { World } from "../deploy/world.ts";
import { type Examination, examine, type Finding, ok, problem, warning } from "./finding.ts";

/** Trino: its version, each catalog, and whether the lake can be written. */
export function examineLake(plan: Plan, world: World): readonly Promise<Examination>[] {
  const fix = `set ${variableOf(connection.trino)} to an address that is reached from here`;
  return [
    examine("Trino", fix, async () => {
      const trino = world.trino(connection.trino);
      const version = await trino.version();
      const wanted = String(plan.config.versions.trino);
      const known = new Set((await trino.query("show catalogs")).map(([name]) => String(name)));
      const catalogs = await Promise.all(
        plan.catalogs.map(async ({ name }): Promise<Finding> => {
          if (!known.has(name))
            return problem(
              `there is no catalog ${name}`,
              `put trino/catalog/${name}.properties into etc/catalog, and restart`,
            );
          try {
            await trino.query(`select 1 from "${name}".information_schema.schemata limit 1`);
            return ok(`catalog ${name} answers`);
          } catch (error) {
            const text = error instanceof Error ? error.message : String(error);
            return problem(
              `catalog ${name}: ${text}`,
              `see the variables that trino/catalog/${name}.properties reads`,
            );
          }
        }),
      );
      return [
        version === wanted
          ? ok(`Trino ${version}`)
          : warning(`Trino is ${version}, types are inferred for ${wanted}`, "run the declared version"),
        ...catalogs,
        ...(known.has(plan.config.catalog) ? await writable(plan, world) : []),
      ];
    }),
  ];
}

/** Makes a schema and takes it away again: rights show only when they are used. */
async function writable(plan: Plan, world: World): Promise<readonly Finding[]> {
  const trino = world.trino(connection.trino);
  const schema = `"${plan.config.catalog}".odp_doctor`;
  try {
    await trino.query(`create schema if not exists ${schema}`);
    await trino.query(`drop schema if exists ${schema}`);
    return [ok(`${plan.config.catalog} can be written`)];
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return [
      problem(
        `${plan.config.catalog} cannot be written: ${text}`,
        "give this user the right to make schemas, and Trino the right to write to the warehouse",
      ),
    ];
  }
}

// The script that a new PostgreSQL of the stack runs, on a real one: every database gets its owner, who may do what
// provisioning asks for.
import { join } from "node:path";
import { mustRun } from "../lib/command.mjs";
import { expectSame } from "../lib/context.mjs";

export async function databasesAreMade(context, project, example) {
  const { postgres } = context.parts;
  // Other lanes have databases of the usual names.
  const environment = Object.fromEntries(
    Object.entries(example).map(([name, value]) => [
      name,
      /_DATABASE$/.test(name) ? `stack_${value}` : value,
    ]),
  );
  const script = join(project.folder, "deploy", "compose", "postgres", "databases.sh");
  const made = [];
  const run = () =>
    mustRun("sh", [script], {
      env: {
        ...environment,
        PGHOST: postgres.host,
        PGPORT: String(postgres.port),
        PGPASSWORD: postgres.password,
      },
    });
  await context.check(
    `${project.name}: the databases of the stack are made, and again without harm`,
    async () => {
      // The script runs as the image's administrator.
      const known = await postgres.query("postgres", "select 1 from pg_roles where rolname = 'postgres'");
      if (known === "") {
        await postgres.query(
          "postgres",
          `create role postgres superuser login password '${postgres.password}'`,
        );
      }
      await run();
      await run();
      const names = Object.entries(environment).filter(([name]) => /^ODP_.*_DATABASE$/.test(name));
      made.push("airflow", "superset", ...names.map(([, value]) => value));
      const rows = await postgres.query(
        "postgres",
        "select datname || ' ' || pg_get_userbyid(datdba) from pg_database where datname = 'airflow'",
      );
      expectSame("owner of Airflow's database", rows, "airflow odp_airflow");
      for (const [name, value] of names) {
        const user = environment[name.replace(/_DATABASE$/, "_USER")];
        const owner = await postgres.query(
          "postgres",
          `select pg_get_userbyid(datdba) from pg_database where datname = '${value}'`,
        );
        expectSame(`owner of ${value}`, owner, user);
      }
    },
  );
  for (const name of made) await postgres.dropDatabase(name);
}

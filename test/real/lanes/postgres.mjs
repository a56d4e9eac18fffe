// Emitted PostgreSQL scripts, run by psql on databases that hold the captured tables; twice, since they may be run again.
import { expectNone, forEachProject } from "../lib/context.mjs";
import { databaseOfScript } from "../lib/ground.mjs";
import { filesOrFail, shortName } from "../lib/projects.mjs";

// Scripts in the order in which their comments ask for them; the preflight comes last, when all is said to be right.
const ORDER = [".role.sql", ".capture.sql", ".retained-wal.sql", ".sql", ".preflight.sql"];

const rank = (file) => {
  const found = ORDER.findIndex((ending) => ending !== ".sql" && file.endsWith(ending));
  return found < 0 ? ORDER.indexOf(".sql") : found;
};

const isPreflight = (file) => file.endsWith(".preflight.sql");

/** Rows of a preflight that say `error`; a warning may be right for this machine. */
const errorsOf = async (postgres, database, file) =>
  (await postgres.fileRows(database, file)).filter((row) => row.startsWith("error|"));

export const postgres = {
  name: "postgres",
  summary: "PostgreSQL takes every emitted script, twice, and its preflight then finds no error",
  needs: ["postgres"],
  async run(context) {
    const { check, parts } = context;
    await forEachProject(context, async (project) => {
      const files = filesOrFail(project, "postgres", ".sql").sort((left, right) => rank(left) - rank(right));
      for (const file of files.filter(isPreflight)) {
        await check(
          `${shortName(project, file)} finds what is missing before the other scripts ran`,
          async () => {
            const errors = await errorsOf(
              parts.postgres,
              await databaseOfScript(context, project, file),
              file,
            );
            if (errors.length === 0) throw new Error("it finds no error");
          },
        );
      }
      for (const file of files) {
        const database = await databaseOfScript(context, project, file);
        await check(`${shortName(project, file)} runs`, () => parts.postgres.runFile(database, file));
        await check(`${shortName(project, file)} runs again`, () => parts.postgres.runFile(database, file));
        if (!isPreflight(file)) continue;
        await check(`${shortName(project, file)} finds no error`, async () => {
          expectNone("errors", await errorsOf(parts.postgres, database, file));
        });
      }
    });
  },
};

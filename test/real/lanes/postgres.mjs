// Emitted PostgreSQL scripts, run by psql on databases that hold the captured tables; twice, since they may be run again.
import { forEachProject } from "../lib/context.mjs";
import { databaseOfScript } from "../lib/ground.mjs";
import { filesOrFail, shortName } from "../lib/projects.mjs";

export const postgres = {
  name: "postgres",
  summary: "PostgreSQL takes every emitted script, twice",
  needs: ["postgres"],
  async run(context) {
    const { check, parts } = context;
    await forEachProject(context, async (project) => {
      for (const file of filesOrFail(project, "postgres", ".sql")) {
        const database = await databaseOfScript(context, project, file);
        await check(`${shortName(project, file)} runs`, () => parts.postgres.runFile(database, file));
        await check(`${shortName(project, file)} runs again`, () => parts.postgres.runFile(database, file));
      }
    });
  },
};

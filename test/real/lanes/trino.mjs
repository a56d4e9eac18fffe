// Emitted catalogs and DDL on a real Trino: an unknown key of a catalog or a wrong statement is refused there.
import { forEachProject } from "../lib/context.mjs";
import { catalogsOf, runTrinoFile, useCatalogs } from "../lib/ground.mjs";
import { filesOrFail, shortName } from "../lib/projects.mjs";

const PROBE = "probe_of_emitted_catalog";

export const trino = {
  name: "trino",
  summary: "Trino accepts every emitted catalog, and every DDL file twice",
  needs: ["postgres", "trino"],
  async run(context) {
    const { check, parts } = context;
    await forEachProject(context, async (project) => {
      for (const { file, connector, properties } of catalogsOf(context, project)) {
        await check(`${shortName(project, file)} is accepted as it is`, async () => {
          await parts.trino.replaceCatalog(PROBE, connector, properties);
          await parts.trino.query(`drop catalog ${PROBE}`);
        });
      }
      await useCatalogs(context, project);
      for (const time of ["runs", "runs again"]) {
        for (const file of filesOrFail(project, "trino/ddl", ".sql")) {
          await check(`${shortName(project, file)} ${time}`, () => runTrinoFile(context, file));
        }
      }
    });
  },
};

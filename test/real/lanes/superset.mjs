// Emitted bundles in a real Superset: imported twice, asked for the data of every chart on a real engine.
import { join } from "node:path";
import { expectNone, expectSame, forEachProject } from "../lib/context.mjs";
import { readText } from "../lib/projects.mjs";
import { bundleFiles, objectsOf } from "../superset/bundle.mjs";
import { loadLibrary } from "../superset/library.mjs";
import { fillTables } from "../superset/rows.mjs";

/** Ids of everything, by UUID: what a second import must not change. */
async function numbers(client) {
  const found = {};
  for (const kind of ["database", "dataset", "chart", "dashboard"]) {
    const { result } = await client.get(`/api/v1/${kind}/?q=(page_size:-1)`);
    for (const { id, uuid } of result) found[`${kind} ${uuid}`] = id;
  }
  return found;
}

export const superset = {
  name: "superset",
  summary: "Superset imports every emitted bundle twice, and each chart has data from Trino",
  needs: ["superset", "postgres", "trino"],
  async run(context) {
    const { check, parts } = context;
    const library = await loadLibrary(context.folder);
    const client = await library.openSuperset(parts.superset);
    await forEachProject(context, async (project) => {
      const files = bundleFiles(project);
      await fillTables(parts.trino, project, objectsOf(files, "datasets"));
      const [{ sqlalchemy_uri: placeholder }] = objectsOf(files, "databases");
      const uri = `trino://odp@127.0.0.1:${parts.trino.port}${new URL(placeholder).pathname}`;
      const zip = library.bundleZip(files, { uri });
      let first;
      await check(`${project.name}: the bundle is imported`, async () => {
        await client.importAssets(zip);
        first = await numbers(client);
        const missing = ["database", "dataset", "chart", "dashboard"].flatMap((kind) =>
          objectsOf(files, `${kind}s`).filter(({ uuid }) => !(`${kind} ${uuid}` in first)),
        );
        expectNone(
          "not in Superset",
          missing.map(({ path }) => path),
        );
      });
      await check(`${project.name}: a second import changes no identity`, async () => {
        await client.importAssets(zip);
        expectSame("ids", await numbers(client), first);
      });
      for (const { path, uuid } of objectsOf(files, "charts"))
        await check(`${project.name}: ${path} has data`, async () => {
          const answer = await client.get(`/api/v1/chart/${first[`chart ${uuid}`]}/data/`);
          for (const { status, rowcount, error } of answer.result) {
            expectSame("status", [status, error], ["success", null]);
            if (rowcount === 0) throw new Error("it is empty");
          }
        });
      await check(`${project.name}: what odp owns is removed, and nothing else`, async () => {
        const owned = library.readOwned(readText(join(project.folder, "superset", "owned.yaml")));
        const removed = await library.prune(client, owned, new Map());
        expectSame("removed", [...removed].sort(), [...owned.values()].sort());
        const left = await library.identities(client);
        expectNone(
          "still there",
          [...owned].filter(([uuid]) => left.has(uuid)).map(([, what]) => what),
        );
      });
    });
  },
};

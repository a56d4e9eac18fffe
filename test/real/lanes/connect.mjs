// Emitted connectors, validated by Kafka Connect with the real plugins; Debezium connects to the database for it.
import { expectNone, forEachProject } from "../lib/context.mjs";
import { connectorsOf, lake, sourceDatabases } from "../lib/ground.mjs";
import { shortName } from "../lib/projects.mjs";

export const connect = {
  name: "connect",
  summary: "Kafka Connect finds no error in any emitted connector",
  needs: ["postgres", "connect"],
  async run(context) {
    const { check, parts } = context;
    await forEachProject(context, async (project) => {
      await sourceDatabases(context, project);
      await lake(context, project);
      for (const { file, name, config } of connectorsOf(project)) {
        await check(`${shortName(project, file)} is valid`, async () => {
          expectNone("messages of Connect", await parts.connect.validate({ name, ...config }));
        });
      }
    });
  },
};

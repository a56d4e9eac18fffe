// The emitted script that makes the topics, run on a real broker, which refuses a bad name or an unknown setting.
import { mustRun } from "../lib/command.mjs";
import { expectNone, forEachProject } from "../lib/context.mjs";
import { filesOrFail, readText, shortName } from "../lib/projects.mjs";

/** Names in `topics.yaml`, one `- name:` each. */
const namesIn = (file) =>
  [...readText(file).matchAll(/^\s*- name: "?([^"\n]+)"?$/gm)].map(([, name]) => name);

export const kafka = {
  name: "kafka",
  summary: "a broker accepts every emitted topic",
  needs: ["kafka"],
  async run(context) {
    const { kafka } = context.parts;
    await forEachProject(context, async (project) => {
      for (const file of filesOrFail(project, "kafka", ".sh")) {
        await context.check(`${shortName(project, file)} runs`, () =>
          mustRun("sh", [file], {
            env: { KAFKA: kafka.bootstrap, PATH: `${kafka.bin}:${process.env.PATH}` },
          }),
        );
      }
      const wanted = filesOrFail(project, "kafka", "topics.yaml").flatMap(namesIn);
      await context.check(`${project.name}: every topic of topics.yaml is there`, async () => {
        const list = ["--bootstrap-server", kafka.bootstrap, "--list"];
        const there = (await kafka.tool("org.apache.kafka.tools.TopicCommand", list)).split("\n");
        if (wanted.length === 0) throw new Error("topics.yaml names no topic");
        expectNone(
          "missing topics",
          wanted.filter((name) => !there.includes(name)),
        );
      });
    });
  },
};

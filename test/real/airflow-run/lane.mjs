// What the emitted DAGs do when they run: one project with a DAG of each kind, on real systems of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mustRun } from "../lib/command.mjs";
import { expectNone } from "../lib/context.mjs";
import { outputChecks } from "./outputs.mjs";
import { pipelineChecks } from "./pipeline.mjs";
import { sourceChecks } from "./source.mjs";
import { upkeepChecks } from "./upkeep.mjs";
import { openWorld } from "./world.mjs";

const PACKAGE_TESTS = fileURLToPath(new URL("package", import.meta.url));

export const airflowTasks = {
  name: "airflow-tasks",
  summary: "one DAG of each kind runs to its end on real systems; failures stay alone",
  needs: ["airflow-environment"],
  async run({ check, parts, results }) {
    const out = mkdtempSync(join(tmpdir(), "odp-night-"));
    const world = await openWorld(out);
    try {
      await check("the package's own rules hold", () =>
        mustRun(
          parts["airflow-environment"].python,
          ["-B", "-m", "unittest", "discover", "-s", PACKAGE_TESTS],
          {
            env: {
              PYTHONPATH: join(world.project.folder, "airflow", "dags"),
              AIRFLOW_HOME: join(world.runtime.folder, "airflow"),
            },
          },
        ),
      );
      await check("there is no import error", async () => {
        const errors = await world.airflow.importErrors();
        expectNone(
          "import errors",
          errors.map(({ stack_trace: trace }) => trace),
        );
      });
      for (const checks of [sourceChecks, pipelineChecks, outputChecks, upkeepChecks])
        await checks(check, world);
    } finally {
      const failed = results.some(({ failure }) => failure !== undefined);
      await world.stop({ keepLogs: failed });
      if (failed) process.stdout.write(`  logs: ${world.runtime.folder}/log\n`);
      rmSync(out, { recursive: true, force: true });
    }
  },
};

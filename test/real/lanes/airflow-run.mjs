// A running Airflow with the DAGs of all projects: the DAG processor stores them, and its pools exist.
import { basename, dirname, join } from "node:path";
import { expectNone, expectSame } from "../lib/context.mjs";
import { filesOf, filesOrFail, projectsOrFail } from "../lib/projects.mjs";
import { waitUntil } from "../lib/service.mjs";

export const airflowRun = {
  name: "airflow-run",
  summary: "a running Airflow stores every emitted DAG without an import error",
  needs: ["openwhisk", "smtp", "airflow"],
  async run({ check, parts }) {
    const { airflow } = parts;
    const projects = projectsOrFail();
    const isDag = (project, file) => dirname(file) === join(project.folder, "airflow", "dags");
    const files = projects.flatMap((project) =>
      filesOrFail(project, "airflow/dags", ".py")
        .filter((file) => isDag(project, file))
        .map((file) => basename(file)),
    );
    for (const project of projects) {
      for (const pools of filesOf(project, "airflow", "pools.json")) {
        await check(`${project.name}: the pools are imported`, () => airflow.importPools(pools));
      }
    }
    await check("every DAG is stored", async () => {
      let stored = [];
      await waitUntil("the DAG processor has read every file", 120, async () => {
        stored = (await airflow.dags()).map(({ relative_fileloc: file }) => basename(file));
        return files.every((file) => stored.includes(file)) || (await airflow.importErrors()).length > 0;
      });
      expectNone(
        "files that Airflow did not store",
        files.filter((file) => !stored.includes(file)),
      );
    });
    await check("there is no import error", async () => {
      const errors = await airflow.importErrors();
      expectNone(
        "import errors",
        errors.map(({ filename, stack_trace: trace }) => `${filename}: ${trace}`),
      );
    });
    await check("no DAG has a warning", async () => {
      const { dag_warnings: warnings } = await airflow.call("GET", "/dagWarnings");
      expectSame("warnings", warnings, []);
    });
  },
};

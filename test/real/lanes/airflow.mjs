// Emitted DAGs, read by Airflow's own DagBag and serialiser, and by ruff; and wrong DAGs, to show that the checker sees.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { mustRun, run } from "../lib/command.mjs";
import { expectNone, forEachProject } from "../lib/context.mjs";
import { filesOrFail, projectsOrFail, shortName } from "../lib/projects.mjs";
import { airflowSettings } from "../parts/airflow.mjs";

const CHECKER = new URL("../airflow/", import.meta.url).pathname;

// `--isolated`: the settings are those named here, whatever lies above the files.
const RUFF = ["--isolated", "--no-cache", "--preview", "--line-length", "110", "--target-version", "py311"];
const RULES = "AIR,E,F,I,UP,S,B";

const sentence = ({ kind, message, file, dag, task }) =>
  `${[file, dag, task].filter((part) => part !== undefined).join(" ")}: ${kind}: ${message}`;

/** Runs one of the checker's programs; its answer is JSON whatever the exit code. */
async function answerOf({ folder, parts }, program, args) {
  const home = join(folder, "airflow-checker");
  mkdirSync(home, { recursive: true });
  const { stdout, stderr } = await run(
    parts["airflow-environment"].python,
    ["-B", join(CHECKER, program), ...args],
    {
      env: airflowSettings(home, home),
    },
  );
  if (stdout === "") throw new Error(`${program} gave no answer:\n${stderr.slice(-4000)}`);
  return JSON.parse(stdout);
}

async function checkProject(context, project) {
  const { check, parts } = context;
  const dags = join(project.folder, "airflow", "dags");
  // Those below are modules that the DAG files import.
  const files = filesOrFail(project, "airflow/dags", ".py").filter((file) => dirname(file) === dags);
  await check(`${project.name}: Airflow accepts the DAGs`, async () => {
    const answer = await answerOf(context, "check_dags.py", [dags]);
    expectNone("findings", answer.findings.map(sentence));
    const read = new Set(Object.values(answer.dags).map(({ file }) => join(dags, file)));
    expectNone(
      "files without a DAG",
      files.filter((file) => !read.has(file)).map((file) => shortName(project, file)),
    );
  });
  await check(`${project.name}: ruff finds nothing`, () =>
    mustRun(parts.tools.ruff, ["check", ...RUFF, "--select", RULES, dags]),
  );
  await check(`${project.name}: ruff would format nothing`, () =>
    mustRun(parts.tools.ruff, ["format", "--diff", ...RUFF, dags]),
  );
}

export const airflow = {
  name: "airflow",
  summary: "Airflow and ruff accept every emitted DAG, and the checker sees every planted mistake",
  needs: ["airflow-environment", "tools"],
  async run(context) {
    for (const { name, failure } of await answerOf(context, "bad/check_bad.py", [context.parts.tools.ruff])) {
      await context.check(`planted mistake ${name}`, () =>
        expectNone("not as it should be", failure === "" ? [] : [failure]),
      );
    }
    await forEachProject(context, (project) => checkProject(context, project));
    await context.check("one Airflow can hold all projects", async () => {
      const folders = projectsOrFail().map((project) => join(project.folder, "airflow", "dags"));
      const { findings } = await answerOf(context, "check_dags.py", folders);
      expectNone("findings", findings.map(sentence));
    });
  },
};

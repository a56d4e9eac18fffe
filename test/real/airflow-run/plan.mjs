// What Airflow reads out of the emitted files is what the compiler planned; and an edit without meaning changes nothing
// that Airflow stores.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { planDifferences } from "../airflow/plan-equals.mjs";
import { run } from "../lib/command.mjs";
import { expectNone, expectSame } from "../lib/context.mjs";
import { airflowSettings } from "../parts/airflow.mjs";
import { compiler, NIGHT } from "./compiler.mjs";

const CHECKER = fileURLToPath(new URL("../airflow/check_dags.py", import.meta.url));
const EXAMPLES = fileURLToPath(new URL("../../../examples/", import.meta.url));

/** What Airflow understood of compiled DAGs, by id. */
async function factsOf({ folder, parts }, project) {
  const home = join(folder, "airflow-plan");
  mkdirSync(home, { recursive: true });
  const args = ["-B", CHECKER, join(project, "airflow", "dags")];
  const { stdout, stderr } = await run(parts["airflow-environment"].python, args, {
    env: airflowSettings(home, home),
  });
  if (stdout === "") throw new Error(`the checker gave no answer:\n${stderr.slice(-3000)}`);
  return JSON.parse(stdout).dags;
}

const planOf = (project) => JSON.parse(readFileSync(join(project, "airflow-plan.json"), "utf8"));
const hashesOf = (facts) => Object.fromEntries(Object.entries(facts).map(([id, { hash }]) => [id, hash]));

/** Edits of `pipeline.ts` that mean nothing. */
const EMPTY_EDITS = {
  "a comment": (text) => `// Somebody was here.\n${text.replaceAll("sql: sql`", "// a query\n  sql: sql`")}`,
  "white space": (text) => text.replaceAll("\n\n", "\n\n\n"),
  "another order of declarations": (text) => {
    const [head, ...blocks] = text.split(/\n(?=\/\*\* )/);
    const moved = blocks.findIndex((block) => block.includes("const people"));
    const target = blocks.findIndex((block) => block.includes("export default"));
    const [people] = blocks.splice(moved, 1);
    blocks.splice(target - 1, 0, `${people.trimEnd()}\n`);
    return [head, ...blocks].join("\n");
  },
  "another order of outputs": (text) =>
    text.replace("[revenue, people, morning,", "[morning, people, revenue,"),
};

export const airflowPlan = {
  name: "airflow-plan",
  summary:
    "Airflow reads out of the DAGs what the compiler planned, and sees no change where nothing is meant",
  needs: ["airflow-environment"],
  async run(context) {
    const { check } = context;
    const out = mkdtempSync(join(tmpdir(), "odp-plan-"));
    try {
      const { compileProject } = await compiler();
      const sources = [NIGHT, ...readdirSync(EXAMPLES).map((name) => join(EXAMPLES, name))];
      for (const source of sources) {
        const name = source.split("/").at(-1);
        const project = join(out, name);
        await check(`${name}: Airflow understood what was planned`, async () => {
          await compileProject(source, project);
          expectNone("differences", planDifferences(planOf(project), await factsOf(context, project)));
        });
      }
      await check("the comparison sees a changed argument, edge and schedule", async () => {
        const project = join(out, NIGHT.split("/").at(-1));
        const facts = await factsOf(context, project);
        const text = JSON.stringify(planOf(project));
        const changes = [
          ['"timeout",1800', '"timeout",1801'],
          ['["build_1","announce_people"]', '["build_1","announce_nobody"]'],
          ["0 0 29 2 *", "0 0 28 2 *"],
        ];
        for (const [from, to] of changes) {
          if (!text.includes(from)) throw new Error(`the plan does not hold ${from}`);
          const found = planDifferences(JSON.parse(text.replaceAll(from, to)), facts);
          expectSame(`sees ${to}`, found.length > 0, true);
        }
      });
      await check("an edit without meaning changes no stored form", async () => {
        const before = hashesOf(await factsOf(context, join(out, NIGHT.split("/").at(-1))));
        for (const [name, edit] of Object.entries({
          ...EMPTY_EDITS,
          "a real edit": (text) => text.replace("retries: 1", "retries: 3"),
        })) {
          const source = join(out, "edited");
          rmSync(source, { recursive: true, force: true });
          cpSync(NIGHT, source, { recursive: true });
          const file = join(source, "pipeline.ts");
          const text = readFileSync(file, "utf8");
          const edited = edit(text);
          if (edited === text) throw new Error(`${name} edits nothing`);
          writeFileSync(file, edited);
          await compileProject(source, join(out, "edited-out"));
          const after = hashesOf(await factsOf(context, join(out, "edited-out")));
          const changed = Object.keys(before).filter((id) => before[id] !== after[id]);
          expectSame(name, changed, name === "a real edit" ? ["night__night"] : []);
        }
      });
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  },
};

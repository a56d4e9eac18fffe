// Python environments from locks: the tools, Airflow, dbt, Superset. No two can share one: their pins exclude each other.
import { join } from "node:path";
import { installed, recipe, recipePath } from "../lib/cache.mjs";
import { mustRun } from "../lib/command.mjs";

const PYTHON = process.env.ODP_PYTHON ?? "python3.11";

// With PYTHONDONTWRITEBYTECODE in the environment, nothing would be compiled and each start would cost seconds more.
const QUIET = { PYTHONDONTWRITEBYTECODE: undefined };

const environmentOf = (folder) => ({
  folder,
  bin: join(folder, "bin"),
  python: join(folder, "bin", "python"),
});

async function fromLock(name, uv, flags = []) {
  const lock = recipe(`${name}.lock.txt`);
  const folder = await installed(name, [lock, PYTHON], async (target) => {
    await mustRun(PYTHON, ["-m", "venv", "--clear", "--without-pip", target], { env: QUIET });
    // `--no-deps`: the lock is the whole environment, and what it leaves out is left out on purpose.
    const args = ["pip", "install", "-q", "--compile-bytecode", "--no-deps", ...flags];
    await mustRun(
      uv,
      [...args, "--python", join(target, "bin", "python"), "-r", recipePath(`${name}.lock.txt`)],
      {
        env: QUIET,
      },
    );
  });
  return environmentOf(folder);
}

export const tools = {
  name: "tools",
  needs: [],
  async start() {
    const folder = await installed("tools", [recipe("tools.lock.txt"), PYTHON], async (target) => {
      await mustRun(PYTHON, ["-m", "venv", "--clear", target], { env: QUIET });
      await mustRun(join(target, "bin", "pip"), ["-q", "install", "-r", recipePath("tools.lock.txt")]);
    });
    return { uv: join(folder, "bin", "uv"), ruff: join(folder, "bin", "ruff") };
  },
};

export const spreadsheets = {
  name: "spreadsheets",
  needs: ["tools"],
  start: ({ parts }) => fromLock("spreadsheets", parts.tools.uv),
};

export const airflowEnvironment = {
  name: "airflow-environment",
  needs: ["tools"],
  start: ({ parts }) => fromLock("airflow", parts.tools.uv),
};

export const dbtEnvironment = {
  name: "dbt-environment",
  needs: ["tools"],
  start: ({ parts }) => fromLock("dbt", parts.tools.uv, ["--only-binary", ":all:"]),
};

export const supersetEnvironment = {
  name: "superset-environment",
  needs: ["tools"],
  start: ({ parts }) => fromLock("superset", parts.tools.uv),
};

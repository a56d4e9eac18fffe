// What reads files of deployments: the loader that Docker Compose is built on, and schemas of Kubernetes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installed, recipe, recipePath } from "../lib/cache.mjs";
import { mustRun } from "../lib/command.mjs";

const LOADER = new URL("../deploy/loader/", import.meta.url).pathname;
const PYTHON = process.env.ODP_PYTHON ?? "python3.11";

export const composeLoader = {
  name: "compose-loader",
  needs: [],
  async start() {
    const sources = ["main.go", "go.mod", "go.sum"].map((name) => readFileSync(join(LOADER, name), "utf8"));
    const folder = await installed("compose-loader", sources, (target) =>
      mustRun("go", ["build", "-o", join(target, "loader"), "."], { cwd: LOADER }),
    );
    return { program: join(folder, "loader") };
  },
};

export const manifestSchemas = {
  name: "manifest-schemas",
  needs: [],
  async start() {
    const folder = await installed("manifests", [recipe("manifests.lock.txt"), PYTHON], async (target) => {
      await mustRun(PYTHON, ["-m", "venv", "--clear", target]);
      const pip = ["-q", "install", "--no-deps", "-r", recipePath("manifests.lock.txt")];
      await mustRun(join(target, "bin", "pip"), pip);
    });
    return { python: join(folder, "bin", "python") };
  },
};

// The same project with the next epoch of its source, and the emitted runbook for what the epoch before leaves behind.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../lib/command.mjs";

const REPOSITORY = new URL("../../../", import.meta.url).pathname;

function replaceIn(file, before, after) {
  const text = readFileSync(file, "utf8");
  if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
  writeFileSync(file, text.replace(before, after));
}

/** Compiles the example with epoch 2 into the folder of this run. */
export async function compileEpochTwo({ folder }) {
  const example = join(folder, "chain", "epoch-2");
  cpSync(join(REPOSITORY, "examples", "shop"), example, {
    recursive: true,
    filter: (path) => !path.endsWith("/.odp"),
  });
  replaceIn(join(example, "source.ts"), "epoch: 1", "epoch: 2");
  replaceIn(join(example, "odp.config.ts"), "../../dags-out/shop", "dags-out/shop");
  await mustRun(process.execPath, ["src/build.mjs"], { cwd: REPOSITORY });
  await mustRun(process.execPath, [join(REPOSITORY, "dist", "odp.js"), "compile", example], { cwd: example });
  return { name: "shop", folder: join(example, "dags-out", "shop") };
}

/** Runs the commands that the emitted runbook names for the end of epoch 1. */
export async function removeEpochOne({ folder, parts: { connect, kafka, postgres } }, project) {
  const runbook = readFileSync(join(project.folder, "connect", "shop.remove.md"), "utf8");
  const part = runbook.split(/^## /m).find((section) => section.startsWith("Epoch 1 "));
  const commands = /```sh\n([\s\S]*?)```/.exec(part ?? "")?.[1];
  if (commands === undefined) throw new Error("shop.remove.md has no part for epoch 1");
  const file = join(folder, "chain", "remove.sh");
  writeFileSync(file, `set -e\n${commands}`);
  await mustRun("sh", [file], {
    env: {
      CONNECT: connect.url,
      DATABASE: `postgres://${postgres.user}:${postgres.password}@${postgres.host}:${postgres.port}/shop`,
      KAFKA: kafka.bootstrap,
      PATH: `${kafka.bin}:${process.env.PATH}`,
    },
  });
}

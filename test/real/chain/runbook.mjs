// Parts of the emitted runbook for taking things away, run as an administrator would: by a shell, as they stand.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../lib/command.mjs";

const TRINO = new URL("./trino-command.mjs", import.meta.url).pathname;

/** A folder with the `trino` that the runbook calls. */
function writeTrinoCommand(folder) {
  mkdirSync(folder, { recursive: true });
  const text = `#!/bin/sh\nexec "${process.execPath}" "${TRINO}" "$@"\n`;
  writeFileSync(join(folder, "trino"), text, { mode: 0o755 });
  return folder;
}

/**
 * Runs the commands of one part.
 * @param {object} runtime
 * @param {{ folder: string }} project
 * @param {string} title what the part's title begins with
 * @param {Record<string, string>} [words] what stands for what in the commands
 */
export async function runPart(
  { folder, parts: { connect, kafka, postgres, trino } },
  project,
  title,
  words = {},
) {
  const runbook = readFileSync(join(project.folder, "connect", "shop.remove.md"), "utf8");
  const part = runbook.split(/^## /m).find((section) => section.startsWith(title));
  const commands = /```sh\n([\s\S]*?)```/.exec(part ?? "")?.[1];
  if (commands === undefined) throw new Error(`shop.remove.md has no part "${title}"`);
  const filled = Object.entries(words).reduce(
    (text, [word, value]) => text.replaceAll(word, value),
    commands,
  );
  const file = join(folder, "chain", "remove.sh");
  writeFileSync(file, `set -e\n${filled}`);
  await mustRun("sh", [file], {
    env: {
      CONNECT: connect.url,
      DATABASE: `postgres://${postgres.user}:${postgres.password}@${postgres.host}:${postgres.port}/shop`,
      KAFKA: kafka.bootstrap,
      TRINO: trino.url,
      PATH: `${writeTrinoCommand(join(folder, "chain", "bin"))}:${kafka.bin}:${process.env.PATH}`,
    },
  });
}

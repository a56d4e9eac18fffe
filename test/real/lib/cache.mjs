// Installations live outside the checkout, one folder for each digest of what they are made from.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { timed } from "./report.mjs";

/** `ODP_CACHE`, else `~/.cache/odp`. */
export const cacheFolder = () => process.env.ODP_CACHE ?? join(homedir(), ".cache", "odp");

/** The text of a file beside the installers. */
export const recipe = (name) => readFileSync(recipePath(name), "utf8");

/** Where a file beside the installers lies. */
export const recipePath = (name) => new URL(`../install/${name}`, import.meta.url).pathname;

let last = Promise.resolve();

/** One installation at a time: they share Maven's and pip's folders. */
function inTurn(work) {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}

/**
 * Gives the folder of an installation and makes it when it is not there, or not complete. A failure is tried once
 * more after a pause, since most of them are the network's.
 * @param {string} name
 * @param {readonly string[]} ingredients texts that decide what the folder holds
 * @param {(folder: string) => Promise<unknown>} build
 */
export async function installed(name, ingredients, build) {
  const digest = createHash("sha256").update(ingredients.join("\0")).digest("hex").slice(0, 12);
  const folder = join(cacheFolder(), `${name}-${digest}`);
  const stamp = join(folder, ".complete");
  if (existsSync(stamp)) return folder;
  const attempt = async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await build(folder);
  };
  await inTurn(() =>
    timed(`install ${name}`, async () => {
      try {
        await attempt();
      } catch (error) {
        process.stdout.write(`  install ${name} failed, once more in 5 s: ${error.message}\n`);
        await sleep(5000);
        await attempt();
      }
    }),
  );
  writeFileSync(stamp, "");
  return folder;
}

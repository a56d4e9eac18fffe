// The example with changes in its source, compiled again into a folder of this run.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../lib/command.mjs";

const REPOSITORY = new URL("../../../", import.meta.url).pathname;

const EPOCH_TWO = ["source.ts", "epoch: 1", "epoch: 2"];
const PLACE = ["odp.config.ts", "../../dags-out/shop", "dags-out/shop"];
const GIFTS = [
  "source.ts",
  "    orders: {\n",
  "    gifts: { id: pg.bigint().primaryKey(), worth: pg.integer() },\n    orders: {\n",
];

/** The next epoch, with a table more that nothing reads. */
export const compileEpochTwo = (runtime) => compileShop(runtime, "epoch-2", [EPOCH_TWO, GIFTS]);

/** The same without that table. */
export const compileWithoutGifts = (runtime) => compileShop(runtime, "without-gifts", [EPOCH_TWO]);

async function compileShop({ folder }, label, edits) {
  const example = join(folder, "chain", label);
  cpSync(join(REPOSITORY, "examples", "shop"), example, {
    recursive: true,
    filter: (path) => !path.endsWith("/.odp"),
  });
  for (const [file, before, after] of [PLACE, ...edits]) {
    const path = join(example, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    writeFileSync(path, text.replace(before, after));
  }
  await mustRun(process.execPath, [join(REPOSITORY, "src/build.mjs")], { cwd: REPOSITORY });
  await mustRun(process.execPath, [join(REPOSITORY, "dist", "odp.js"), "compile", example], { cwd: example });
  return { name: "shop", folder: join(example, "dags-out", "shop") };
}

// The encoders against the languages' own readers: what is written must be read back as the very same text.
// And the expressions of the type table on Trino.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { castChecks } from "./casts.mjs";
import { javaChecks } from "./java.mjs";
import { loadEncoders } from "./load.mjs";
import { postgresChecks } from "./postgres.mjs";
import { pythonChecks } from "./python.mjs";
import { shellChecks } from "./shell.mjs";

export const encoders = {
  name: "encoders",
  summary: "encoders against the readers of each language, casts of the type table on Trino",
  needs: ["postgres", "trino-server", "trino", "dbt-environment"],
  async run(context) {
    const folder = join(context.folder, "encoders");
    mkdirSync(folder, { recursive: true });
    const code = await loadEncoders(folder);
    for (const checks of [pythonChecks, shellChecks, javaChecks, postgresChecks, castChecks]) {
      await checks({ ...context, encoderFolder: folder }, code);
    }
  },
};

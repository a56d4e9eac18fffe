// The encoders against the languages' own readers: what is written must be read back as the very same text.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { javaChecks } from "./java.mjs";
import { loadEncoders } from "./load.mjs";
import { postgresChecks } from "./postgres.mjs";
import { pythonChecks } from "./python.mjs";
import { shellChecks } from "./shell.mjs";

export const encoders = {
  name: "encoders",
  summary: "encoders against the readers of Python, Jinja, YAML, JSON, shell, Java, PostgreSQL and Trino",
  needs: ["postgres", "trino-server", "dbt-environment"],
  async run(context) {
    const folder = join(context.folder, "encoders");
    mkdirSync(folder, { recursive: true });
    const code = await loadEncoders(folder);
    for (const checks of [pythonChecks, shellChecks, javaChecks, postgresChecks]) {
      await checks({ ...context, encoderFolder: folder }, code);
    }
  },
};

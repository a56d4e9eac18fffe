// dbt on an emitted project. It writes beside its sources, so it works on a copy.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { run, tailOf } from "../lib/command.mjs";

/** The part of dbt's output that says what went wrong: its summary, else the end. */
function failureIn(output) {
  const summary = output.search(/^.*(Completed with|Encountered an error)/m);
  return tailOf(summary < 0 ? output : output.slice(summary), 60);
}

/**
 * @param {{ bin: string }} environment with dbt
 * @param {string} project the emitted folder
 * @param {string} copy where to work
 * @param {Record<string, string>} env values of the names that the project refers to
 */
export function dbtRunner(environment, project, copy, env) {
  cpSync(project, copy, { recursive: true });
  return {
    folder: copy,
    /** Runs `dbt <args>`; gives what it printed, throws with the end of it when dbt fails. */
    async dbt(args, more = {}) {
      const { code, stdout, stderr } = await run(join(environment.bin, "dbt"), ["--no-use-colors", ...args], {
        cwd: copy,
        env: {
          ...env,
          ...more,
          DBT_PROFILES_DIR: copy,
          DO_NOT_TRACK: "1",
          PATH: `${environment.bin}:${process.env.PATH}`,
        },
      });
      if (code !== 0)
        throw new Error(
          `dbt ${args.join(" ")} ended with ${code}:\n${failureIn(stdout.trim() === "" ? stderr : stdout)}`,
        );
      return stdout;
    },
  };
}

// dbt on an emitted project. It writes beside its sources, so it works on a copy.
import { spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { run, tailOf } from "../lib/command.mjs";

/** The part of dbt's output that says what went wrong: its summary, else the end. */
function failureIn(output) {
  const summary = output.search(/^.*(Completed with|Encountered an error)/m);
  return tailOf(summary < 0 ? output : output.slice(summary), 60);
}

/** A start of dbt for each command. */
const programs =
  (environment) =>
  async (args, { cwd, env }) => {
    const { code, stdout, stderr } = await run(join(environment.bin, "dbt"), ["--no-use-colors", ...args], {
      cwd,
      env: { ...env, PATH: `${environment.bin}:${process.env.PATH}` },
    });
    return { ok: code === 0, output: code !== 0 && stdout.trim() === "" ? stderr : stdout };
  };

/**
 * One dbt for many commands, for lanes that give it dozens: a start costs more than most of them. It ends with its input.
 * @param {{ python: string }} environment with dbt
 */
export function dbtSession(environment) {
  const program = fileURLToPath(new URL("dbt-session.py", import.meta.url));
  const child = spawn(environment.python, [program], { stdio: ["pipe", "pipe", "pipe"] });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    errors = `${errors}${text}`.slice(-10_000);
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let last = Promise.resolve();
  return {
    invoke(args, { cwd, env }) {
      // One at a time, in the order in which they are asked for.
      last = last
        .catch(() => undefined)
        .then(async () => {
          child.stdin.write(`${JSON.stringify({ args: ["--no-use-colors", ...args], cwd, env })}\n`);
          const { done, value } = await answers.next();
          if (done) throw new Error(`dbt has ended:\n${tailOf(errors, 20)}`);
          return JSON.parse(value);
        });
      return last;
    },
    stop: () => child.stdin.end(),
  };
}

/**
 * @param {{ bin: string }} environment with dbt
 * @param {string} project the emitted folder
 * @param {string} copy where to work
 * @param {Record<string, string>} env values of the names that the project refers to
 * @param {ReturnType<typeof dbtSession>} [session] in place of a start for each command
 */
export function dbtRunner(environment, project, copy, env, session) {
  cpSync(project, copy, { recursive: true });
  const invoke = session?.invoke ?? programs(environment);
  return {
    folder: copy,
    /** Runs `dbt <args>`; gives what it printed, throws with the end of it when dbt fails. */
    async dbt(args, more = {}) {
      const { ok, output } = await invoke(args, {
        cwd: copy,
        env: { ...env, ...more, DBT_PROFILES_DIR: copy, DO_NOT_TRACK: "1" },
      });
      if (!ok) throw new Error(`dbt ${args.join(" ")} failed:\n${failureIn(output)}`);
      return output;
    },
  };
}

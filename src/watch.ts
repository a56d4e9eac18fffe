import { watch } from "node:fs";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

const DEBOUNCE_MILLISECONDS = 60;
const IGNORED = /(?:^|[/\\])(?:node_modules|\.[^/\\]+|dags-out)(?:[/\\]|$)|~$|\.swp$/u;

/** Compiles now and after every change below the folder, until it is interrupted. Errors do not end it. */
export async function watchProject(
  folder: string,
  compile: () => Promise<unknown>,
  terminal: Terminal,
): Promise<ExitCode> {
  let isRunning = false;
  let isWanted = false;
  const again = async (): Promise<void> => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await compile();
    }
    isRunning = false;
  };
  // It listens before the first run, so that no change in between is missed.
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name !== null && IGNORED.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void again(), DEBOUNCE_MILLISECONDS);
  });
  const interrupted = new Promise<ExitCode>((resolve) => process.once("SIGINT", () => resolve(EXIT.ok)));
  await again();
  terminal.err("watching for changes; Ctrl+C ends\n");
  const code = await interrupted;
  clearTimeout(timer);
  watcher.close();
  return code;
}

/** Where a command speaks to its user. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly hasColour: boolean;
  /** Whether somebody watches: then a line about progress is shown. */
  readonly isInteractive: boolean;
}

/** The terminal of this process. Colour follows `NO_COLOR`, `FORCE_COLOR` and whether the errors go to a terminal. */
export function processTerminal(): Terminal {
  const { env, stderr, stdout } = process;
  const isInteractive = stderr.isTTY === true && env.CI === undefined;
  const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    hasColour: isForced || (stderr.isTTY === true && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb"),
    isInteractive,
  };
}

/** How a command ends; `odp help exit-codes` tells them. */
export const EXIT = { ok: 0, errors: 1, usage: 2, internal: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Where a call of the language was written. The stack is captured at the call but formatted only when somebody
 * reads `stack`, so a declaration costs a few microseconds; the compiler maps it to file, line and column.
 */
export interface Site {
  /** V8's stack text; its first frame is the caller. */
  readonly stack?: string;
}

const FRAMES = 3;

/** The place that called `entry`, a function of the language; three frames, so that a helper's caller shows too. */
export function callSite(entry: (...args: never[]) => unknown): Site {
  const site: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(site, entry);
  Error.stackTraceLimit = limit;
  return site;
}

/** Milliseconds of each phase, in the order in which they ran. */
export interface Timings {
  readonly phases: readonly (readonly [name: string, milliseconds: number])[];
  readonly total: number;
}

export interface Stopwatch {
  /** Ends the phase that runs, and begins another. */
  readonly begin: (phase: string) => void;
  readonly stop: () => Timings;
}

/** Measures phases from the start of the process, or of a run in watch mode. */
export function stopwatch(isFirst: boolean): Stopwatch {
  const start = isFirst ? 0 : performance.now();
  const phases: [string, number][] = [];
  let name = "start";
  let since = start;
  const end = (): void => {
    const now = performance.now();
    phases.push([name, now - since]);
    since = now;
  };
  return {
    begin: (phase) => {
      end();
      name = phase;
    },
    stop: () => {
      end();
      return { phases, total: since - start };
    },
  };
}

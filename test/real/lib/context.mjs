// What a lane gets: the started parts and a place to report named checks.
import { projectsOrFail } from "./projects.mjs";
import { indented, secondsSince } from "./report.mjs";

/** A check that takes longer is printed when it ends: who watches a long lane sees that it gets on. */
const LONG_SECONDS = 3;

/**
 * @param {object} runtime
 * @param {string} lane
 */
export function laneContext(runtime, lane) {
  const results = [];
  return {
    ...runtime,
    lane,
    results,
    /**
     * Runs one check and notes how it ended; it never throws. Gives what `fn` gave, `undefined` after a failure.
     * @template T
     * @param {string} name
     * @param {() => T | Promise<T>} fn fails by throwing
     */
    async check(name, fn) {
      const began = Date.now();
      try {
        const value = await fn();
        results.push({ name, failure: undefined });
        return value;
      } catch (error) {
        const failure = error.message ?? String(error);
        results.push({ name, failure });
        process.stdout.write(`  FAILED ${lane}: ${name}\n${indented(failure)}\n`);
        return undefined;
      } finally {
        const seconds = secondsSince(began);
        if (Number(seconds) >= LONG_SECONDS) process.stdout.write(`  ${name}: ${seconds} s\n`);
      }
    },
  };
}

/**
 * Does the work of a lane for every compiled project. What breaks off in one is a failed check and no end of the others.
 * @param {object} context of the lane
 * @param {(project: { name: string, folder: string }) => Promise<void>} work
 */
export async function forEachProject(context, work) {
  for (const project of projectsOrFail()) {
    await context.check(`${project.name}: the lane reaches its end`, () => work(project));
  }
}

/** Throws unless the list is empty; the message shows its items. */
export function expectNone(what, items) {
  if (items.length > 0) throw new Error(`${what}:\n${items.map((item) => `- ${item}`).join("\n")}`);
}

/** Throws unless both are the same JSON. */
export function expectSame(what, got, wanted) {
  const [left, right] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: got ${left}, wanted ${right}`);
}

// What a lane gets: the started parts and a place to report named checks.
import { projectsOrFail } from "./projects.mjs";

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
      try {
        const value = await fn();
        results.push({ name, failure: undefined });
        return value;
      } catch (error) {
        results.push({ name, failure: error.message ?? String(error) });
        return undefined;
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

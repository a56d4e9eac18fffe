// Steps that both epochs go through. What follows needs them: a failure ends the lane.
import { expectEqualTable, TABLE_NAMES } from "./equality.mjs";
import { makeTables, makeTopics, prepareDatabase } from "./provision.mjs";

/** A check that what follows needs. */
export async function must(context, name, fn) {
  const count = context.results.length;
  const value = await context.check(name, fn);
  if (context.results[count].failure !== undefined) throw new Error(`what follows needs "${name}"`);
  return value;
}

/** Everything that has to be there before the connectors. */
export async function provision(context, { project, tasks }, when) {
  await must(context, `${when}: role, publication and preflight`, () => prepareDatabase(context, project));
  await must(context, `${when}: topics`, () => makeTopics(tasks, project));
  await must(context, `${when}: tables of the lake`, () => makeTables(context, project));
}

/** Barrier, ends, build: what the source's DAG does in one run. */
export async function bringUpToDate(context, opened, when) {
  const known = await must(context, `${when}: the barrier opens`, opened.arrived);
  await must(context, `${when}: the ends of the snapshot are recorded`, () => opened.recordEnds(known));
  await must(context, `${when}: dbt builds source__shop`, () => opened.build("source__shop"));
}

export async function checkEquality(context, when) {
  for (const name of TABLE_NAMES) {
    await context.check(`${when}: ${name} equals PostgreSQL`, () => expectEqualTable(context, name));
  }
}

/** Commits some changes. */
export const change = ({ parts: { postgres } }) =>
  postgres.query("shop", "select count(harness.tick()) from generate_series(1, 5)");

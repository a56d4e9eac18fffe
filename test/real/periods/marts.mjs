// The marts of the project and what they are held against: the same query over everything.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** How far back each mart promises to equal its full rebuild, in SQL over its newest period up to today. */
export const MARTS = [
  {
    name: "revenue_by_day",
    period: "day",
    columns: "day, channel, revenue, orders",
    reach: "interval '10' day",
    zone: "Africa/Nairobi",
  },
  {
    name: "revenue_by_month",
    period: "month",
    columns: "month, revenue, top_price, lines",
    reach: "interval '2' month",
    zone: "Europe/Berlin",
  },
  {
    name: "paid_orders",
    period: "day",
    columns: "order_id, day, lines",
    reach: "interval '10' day",
    zone: "Africa/Nairobi",
  },
];

/** Compiled full rebuilds by mart, as dbt renders them. */
export async function fullRebuilds(runner) {
  await runner.dbt(["compile", "--full-refresh", "--select", "path:models/marts"]);
  const folder = join(runner.folder, "target", "compiled", "odp_periods", "models", "marts");
  return new Map(MARTS.map(({ name }) => [name, readFileSync(join(folder, `${name}.sql`), "utf8")]));
}

/** The newest period of a mart that is not after today. */
export async function newestPeriod(query, { name, period, zone }) {
  const { rows } = await query(
    `select cast(max(${period}) as varchar) from marts.${name} where ${period} <= cast(current_timestamp at time zone '${zone}' as date)`,
  );
  return rows[0][0];
}

/** Rows that differ between a mart and its full rebuild, in the periods that a run has to compute again. */
export async function differences(query, rebuilds, { name, period, columns, reach }, newest) {
  const within = newest === null ? "true" : `${period} > date '${newest}' - ${reach}`;
  const stored = `select ${columns} from marts.${name} where ${within}`;
  const rebuilt = `select ${columns} from (${rebuilds.get(name)}) where ${within}`;
  const { rows } = await query(
    `select 'stored', * from (${stored} except ${rebuilt}) union all select 'rebuilt', * from (${rebuilt} except ${stored})`,
  );
  const { rows: doubled } = await query(
    `select ${columns.split(",")[0]}, count(*) from marts.${name} group by ${name === "revenue_by_day" ? "day, channel" : columns.split(",")[0]} having count(*) > 1`,
  );
  return [...rows, ...doubled.map((row) => ["doubled", ...row])];
}

/** What a mart holds, now or at one of its snapshots, as one text. */
async function stateOf(query, { name, columns }, snapshot) {
  const at = snapshot === undefined ? "" : ` for version as of ${snapshot}`;
  const { rows } = await query(`select count(*), to_hex(checksum(row(${columns}))) from marts.${name}${at}`);
  return JSON.stringify(rows[0]);
}

async function snapshotsOf(query, { name }) {
  const { rows } = await query(
    `select cast(snapshot_id as varchar) from marts."${name}$snapshots" order by committed_at`,
  );
  return rows.map(([id]) => id);
}

/**
 * Runs something that writes to a mart and gives what readers can have seen between the state before and the state
 * after. A reader sees a snapshot, so the snapshots are all that anybody can see, however short it was there.
 * @param {(sql: string) => Promise<{ rows: readonly unknown[][] }>} query
 * @param {{ name: string, columns: string }} mart
 * @param {() => Promise<unknown>} write
 * @returns {Promise<readonly string[]>}
 */
export async function statesBetween(query, mart, write) {
  const old = await snapshotsOf(query, mart);
  const before = await stateOf(query, mart);
  await write();
  const now = await snapshotsOf(query, mart);
  // A table that was made anew has no past, and was away for a moment.
  if (!now.includes(old.at(-1))) return ["no table"];
  const after = await stateOf(query, mart);
  const states = [];
  for (const id of now.filter((one) => !old.includes(one))) states.push(await stateOf(query, mart, id));
  return states.filter((state) => state !== before && state !== after);
}

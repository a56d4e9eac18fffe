// The emitted tables and models on Trino, built as dbt-trino builds them: into a table of its own, then merged.
import { renderModel } from "./render.mjs";

const META = [
  "__deleted",
  "_cdc_op",
  "_cdc_source_ts_us",
  "_cdc_source_lsn",
  "_cdc_source_txid",
  "_cdc_source_snapshot",
];
const KAFKA = ["_kafka_topic", "_kafka_partition", "_kafka_offset", "_kafka_timestamp"];
const text = (value) => (value === null ? "null" : `'${value}'`);

/**
 * A lake of its own for one table, in schemas that end with `suffix`.
 * @param {{ query: Function }} trino
 * @param {{ table: object, plan: object, files: Map<string, string>, ddl: readonly string[], suffix: string,
 *   mutate?: (model: string, text: string) => string }} project
 */
export async function openLake(trino, { table, plan, files, ddl, suffix, mutate = (_model, text) => text }) {
  const schema = (name) => `lake.${name}_${suffix}`;
  const query = async (sql) => (await trino.query(sql)).rows;
  const tables = [plan.bronzeSchema, plan.baseSchema, plan.currentSchema];
  for (const name of tables) await query(`drop schema if exists ${schema(name)} cascade`);
  const moved = (sql) => sql.replace(/\blake\.(\w+)/g, (_, name) => schema(name));
  // Columns that are declared later are no matter here.
  for (const statement of ddl) if (isOf(statement, table)) await query(moved(statement));
  const bronze = `${schema(plan.bronzeSchema)}.${table.name}`;
  const relations = new Map();

  const render = (model, isIncremental, self) => {
    return renderModel(mutate(model, `${files.get("macros")}${files.get(model)}`), {
      isIncremental,
      self,
      source: (sourceSchema, name) => `${schema(sourceSchema)}.${name}`,
      ref: (name) => relations.get(name),
      query,
    });
  };

  /** Runs an incremental model; gives the number of rows that it wrote. */
  async function build(model, { name, key }) {
    const target = `${schema(plan.baseSchema)}.${name}`;
    const isIncremental = relations.has(model);
    const sql = await render(model, isIncremental, target);
    if (!isIncremental) {
      relations.set(model, target);
      return (await trino.query(`create table ${target} as ${sql}`)).updateCount;
    }
    const batch = `${target}__dbt_tmp`;
    const { updateCount } = await trino.query(`create or replace table ${batch} as ${sql}`);
    if (updateCount > 0) await query(await writing(target, batch, key));
    return updateCount;
  }

  async function writing(target, batch, key) {
    const { columns } = await trino.query(`select * from ${batch} where false`);
    const names = columns.map(({ name }) => name);
    if (key === undefined) return `insert into ${target} (${names}) select ${names} from ${batch}`;
    return `merge into ${target} as stored using ${batch} as news on ${key.map((name) => `stored.${name} = news.${name}`).join(" and ")}
      when matched then update set ${names.map((name) => `${name} = news.${name}`)}
      when not matched then insert (${names}) values (${names.map((name) => `news.${name}`)})`;
  }

  /** Rows that the next run would write. */
  async function pending(model) {
    const [[count]] = await query(
      `select count(*) from (${await render(model, true, relations.get(model))})`,
    );
    return count;
  }

  const columnsOf = [...table.key, ...Object.keys(table.columns)];
  const base = plan.tables.find(({ lakeTable }) => lakeTable === table.name);
  return {
    /** What the sink commits. */
    async add(events) {
      const topic = ({ epoch }) => `proof_shop${epoch > 1 ? `_e${epoch}` : ""}.public.${table.name}`;
      const rows = events.map((event) => {
        const key = table.keyWire(event.key);
        const values = Object.keys(table.columns).map((name) => event.wire[name]);
        const at = 1_767_225_600_000_000 + event.at;
        const meta = [
          text(String(event.op === "d")),
          text(event.op),
          at,
          `${event.lsn}`,
          `${event.txid}`,
          text(event.snapshot),
        ];
        const kafka = [
          text(topic(event)),
          event.partition,
          event.offset,
          "timestamp '2026-01-01 00:00:00 UTC'",
        ];
        return `(${[...key, ...values, ...meta, ...kafka].join(", ")})`;
      });
      for (let from = 0; from < rows.length; from += 400)
        await query(
          `insert into ${bronze} (${[...columnsOf, ...META, ...KAFKA].join(", ")}) values ${rows.slice(from, from + 400).join(", ")}`,
        );
    },
    /** What the source's DAG notes once an epoch. */
    async announce({ number, ends, readAt }) {
      const topic = `proof_shop${number > 1 ? `_e${number}` : ""}.public.${table.name}`;
      const at = `from_unixtime_nanos(${1_767_225_600_000_000 + readAt} * 1000)`;
      const rows = ends.map(
        (end, partition) => `('${topic}', ${partition}, ${end}, cast(${at} as timestamp(6) with time zone))`,
      );
      await query(
        `insert into ${schema(plan.bronzeSchema)}.${plan.snapshotEndsTable} (topic, kafka_partition, end_offset, read_at) values ${rows}`,
      );
    },
    buildState: () => build(base.baseModel, { name: base.lakeTable, key: table.key }),
    buildChanges: () => build(base.baseChangesModel, { name: base.changesTable }),
    pendingState: () => pending(base.baseModel),
    pendingChanges: () => pending(base.baseChangesModel),
    incidents: async () =>
      (await query(`select coalesce(sum(_odp_incidents), 0) from ${relations.get(base.baseModel)}`))[0][0],
    state: () => query(`select ${columnsOf}, ${STATE} from ${relations.get(base.baseModel)}`),
    /** The state as a full refresh would build it. */
    fullState: async () =>
      query(`select ${columnsOf}, ${STATE} from (${await render(base.baseModel, false, "none")})`),
    changes: () => query(`select ${columnsOf}, ${CHANGES} from ${relations.get(base.baseChangesModel)}`),
    fullChanges: async () =>
      query(`select ${columnsOf}, ${CHANGES} from (${await render(base.baseChangesModel, false, "none")})`),
    history: async () =>
      query(`select ${columnsOf}, ${HISTORY} from (${await render(base.historyModel, false, "none")})`),
    async drop() {
      for (const name of tables) await query(`drop schema if exists ${schema(name)} cascade`);
    },
  };
}

const STATE =
  "_is_deleted, _odp_epoch, _kafka_offset, _odp_incidents, _odp_unseen, if(not _is_deleted, _changed_at), _cdc_lsn";
const micros = (column) => `cast(to_unixtime(${column}) * 1000000 as bigint) - 1767225600000000`;
const CHANGES = `_operation, ${micros("_changed_at")}, _position`;
const HISTORY = `${micros("_valid_from")}, ${micros("_valid_to")}, _is_current`;

/** Statements that belong to no table belong to every table. */
function isOf(statement, table) {
  if (statement.startsWith("alter")) return false;
  const name = /create table (?:if not exists )?lake\.\w+\.(\w+)/.exec(statement)?.[1];
  return name === undefined || name === table.name || name === "odp_snapshot_ends";
}

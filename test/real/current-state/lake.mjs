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
const EPOCH_MICROS = 1_767_225_600_000_000;
const text = (value) => (value === null ? "null" : `'${value}'`);

/** The changelog of one table, as the sink commits it. */
export const changelogColumns = (table) => [...table.key, ...Object.keys(table.columns), ...META, ...KAFKA];

const topicOf = (table, epoch) => `proof_shop${epoch > 1 ? `_e${epoch}` : ""}.public.${table.name}`;

/** One event as a row of `changelogColumns`. */
export function changelogRow(table, event) {
  const values = [
    ...table.keyWire(event.key),
    ...Object.keys(table.columns).map((name) => event.wire[name]),
    ...[text(String(event.op === "d")), text(event.op), EPOCH_MICROS + event.at],
    ...[`${event.lsn}`, `${event.txid}`, text(event.snapshot)],
    ...[text(topicOf(table, event.epoch)), event.partition, event.offset],
    "timestamp '2026-01-01 00:00:00 UTC'",
  ];
  return `(${values.join(", ")})`;
}

/** What the source's DAG notes once an epoch, as rows. */
export function snapshotEndRows(table, { number, ends, readAt }) {
  const at = `cast(from_unixtime_nanos(${EPOCH_MICROS + readAt} * 1000) as timestamp(6) with time zone)`;
  return ends.map((end, partition) => `('${topicOf(table, number)}', ${partition}, ${end}, ${at})`);
}

/**
 * A lake of its own for one table, in schemas that end with `suffix`. Nothing is taken away at the end: the lake of a run
 * goes with the run.
 * @param {{ query: Function }} trino
 * @param {{ table: object, plan: object, files: Map<string, string>, ddl: readonly string[], suffix: string }} project
 */
export async function openLake(trino, { table, plan, files, ddl, suffix }) {
  const schema = (name) => `lake.${name}_${suffix}`;
  const query = async (sql) => (await trino.query(sql)).rows;
  for (const name of [plan.bronzeSchema, plan.baseSchema, plan.currentSchema])
    await query(`drop schema if exists ${schema(name)} cascade`);
  const moved = (sql) => sql.replace(/\blake\.(\w+)/g, (_, name) => schema(name));
  for (const statement of ddl) if (isOf(statement, table)) await query(moved(statement));
  const bronze = (name) => `${schema(plan.bronzeSchema)}.${name}`;
  // Between two commits the changelog stands still: what many models ask of it is asked once.
  const answers = new Map();
  const ask = (sql) => {
    if (!sql.includes(bronze(table.name))) return query(sql);
    if (!answers.has(sql)) answers.set(sql, query(sql));
    return answers.get(sql);
  };
  const commit = async (name, columns, rows) => {
    if (rows.length === 0) return;
    await query(`insert into ${bronze(name)} (${columns}) values ${rows.join(", ")}`);
    answers.clear();
  };
  const place = { trino, plan, table, bronze, ask };
  return {
    add: (events) =>
      commit(
        table.name,
        changelogColumns(table),
        events.map((event) => changelogRow(table, event)),
      ),
    announce: (epoch) =>
      commit(
        plan.snapshotEndsTable,
        ["topic", "kafka_partition", "end_offset", "read_at"],
        snapshotEndRows(table, epoch),
      ),
    /**
     * Models over this changelog.
     * @param {string} name begins the names of their tables
     * @param {{ mutate?: (model: string, text: string) => string, changesOf?: object }} [options] `changesOf`: models
     *   whose changes these read
     */
    models(name, { mutate = (_model, text) => text, changesOf } = {}) {
      const target = (tableName) => `${schema(plan.baseSchema)}.${name}_${tableName}`;
      const templateOf = (model) => mutate(model, `${files.get("macros")}${files.get(model)}`);
      return openModels({ ...place, target, templateOf, changesOf });
    },
  };
}

function openModels({ trino, plan, table, target, bronze, ask, templateOf, changesOf }) {
  const query = async (sql) => (await trino.query(sql)).rows;
  const names = plan.tables.find(({ lakeTable }) => lakeTable === table.name);
  const relations = new Map();
  const columnsOf = new Map();

  const render = (model, isIncremental, self) =>
    renderModel(templateOf(model), {
      isIncremental,
      self,
      source: (_schema, name) => bronze(name),
      ref: (name) => relations.get(name) ?? changesOf?.relations.get(name),
      query: ask,
    });

  /** Runs an incremental model. */
  async function build(model, { name, key }) {
    const self = target(name);
    const isIncremental = relations.has(model);
    const sql = await render(model, isIncremental, self);
    if (!isIncremental) {
      relations.set(model, self);
      await query(`create table ${self} as ${sql}`);
      const { columns } = await trino.query(`select * from ${self} where false`);
      columnsOf.set(
        model,
        columns.map((column) => column.name),
      );
      return;
    }
    const batch = `${self}__dbt_tmp`;
    const { updateCount } = await trino.query(`create or replace table ${batch} as ${sql}`);
    if (updateCount > 0) await query(writing(self, batch, key, columnsOf.get(model)));
  }

  /** Rows that the next run would write. */
  async function pending(model) {
    const sql = await render(model, true, relations.get(model));
    const [[count]] = await query(`select count(*) from (${sql})`);
    return count;
  }

  const columns = [...table.key, ...Object.keys(table.columns)];
  const rowsOf = (extra, relation) => query(`select ${columns}, ${extra} from ${relation}`);
  const full = async (model) => `(${await render(model, false, "none")})`;
  const { baseModel, baseChangesModel, historyModel } = names;
  return {
    relations,
    buildState: () => build(baseModel, { name: names.lakeTable, key: table.key }),
    buildChanges: () => build(baseChangesModel, { name: names.changesTable }),
    pendingState: () => pending(baseModel),
    pendingChanges: () => pending(baseChangesModel),
    incidents: async () =>
      (await query(`select coalesce(sum(_odp_incidents), 0) from ${relations.get(baseModel)}`))[0][0],
    state: () => rowsOf(STATE, relations.get(baseModel)),
    /** The state as a full refresh would build it. */
    fullState: async () => rowsOf(STATE, await full(baseModel)),
    changes: () => rowsOf(CHANGES, relations.get(baseChangesModel)),
    fullChanges: async () => rowsOf(CHANGES, await full(baseChangesModel)),
    history: async () => rowsOf(HISTORY, await full(historyModel)),
  };
}

/** How dbt-trino brings a batch into its table. */
function writing(self, batch, key, names) {
  if (key === undefined) return `insert into ${self} (${names}) select ${names} from ${batch}`;
  return `merge into ${self} as stored using ${batch} as news on ${key.map((name) => `stored.${name} = news.${name}`).join(" and ")}
    when matched then update set ${names.map((name) => `${name} = news.${name}`)}
    when not matched then insert (${names}) values (${names.map((name) => `news.${name}`)})`;
}

const STATE =
  "_is_deleted, _odp_epoch, _kafka_offset, _odp_incidents, _odp_unseen, if(not _is_deleted, _changed_at), _cdc_lsn";
const micros = (column) => `cast(to_unixtime(${column}) * 1000000 as bigint) - ${EPOCH_MICROS}`;
const CHANGES = `_operation, ${micros("_changed_at")}, _position`;
const HISTORY = `${micros("_valid_from")}, ${micros("_valid_to")}, _is_current`;

/** Statements that belong to no table belong to every table; columns that are declared later are no matter here. */
function isOf(statement, table) {
  if (statement.startsWith("alter")) return false;
  const name = /create table (?:if not exists )?lake\.\w+\.(\w+)/.exec(statement)?.[1];
  return name === undefined || name === table.name || name === "odp_snapshot_ends";
}

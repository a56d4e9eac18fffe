// Tests that are queries: what must never happen, and the comparison with the source.
import type { SourcePlan, TablePlan } from "../../../plan/sources.ts";
import { header } from "../../../text/header.ts";
import { jinjaFragment, jinjaString } from "../../../text/jinja.ts";
import { postgresName } from "../../../text/postgres-sql.ts";
import { sqlComment, sqlIdentifier, sqlString } from "../../../text/sql.ts";
import * as columns from "./columns.ts";

/** Fails while a source that went back in time has no new epoch. */
export function incidentTest(table: TablePlan): string {
  const hasLarge = columns.largeColumns(table).length > 0;
  const model = `{{ ref(${jinjaString(table.baseModel)}) }}`;
  return file(table, "['cdc']", [
    comment(
      "A change came with a position below what its row had seen, and it was no repetition: the source went back in\n" +
        "time (a restore, a fail-over, a second writer). Raise the epoch of the source." +
        (hasLarge
          ? "\nOr a large value was left out that was never seen in this epoch: set the identity of the table to full."
          : ""),
    ),
    "select",
    `    ${columns.lines([...table.key.map(columns.identifier), ...INCIDENT, ...(hasLarge ? ["_odp_unseen"] : [])], "    ")}`,
    `from ${model}`,
    "where",
    `    (_odp_incidents > 0${hasLarge ? " or (cardinality(_odp_unseen) > 0 and not _is_deleted)" : ""})`,
    `    and _odp_epoch = (select max(_odp_epoch) from ${model})`,
  ]);
}

const INCIDENT = [
  "_odp_epoch",
  "_odp_incidents",
  "_cdc_lsn",
  "_kafka_topic",
  "_kafka_partition",
  "_kafka_offset",
];

/** Fails where the changelog has a hole: every offset of a topic is a change. */
export function gapTest(source: SourcePlan, table: TablePlan): string {
  return file(table, "['cdc', 'reconcile']", [
    comment(
      "Offsets that the sink lost. Deletes have no second message and nothing is compacted, so offsets are dense.",
    ),
    "select",
    "    _kafka_topic,",
    "    _kafka_partition,",
    "    min(_kafka_offset) as first_offset,",
    "    max(_kafka_offset) as last_offset,",
    "    count(distinct _kafka_offset) as offsets",
    `from {{ source(${jinjaString(source.bronzeSchema)}, ${jinjaString(table.lakeTable)}) }}`,
    "group by 1, 2",
    "having count(distinct _kafka_offset) <> max(_kafka_offset) - min(_kafka_offset) + 1",
  ]);
}

/** Rows that differ between PostgreSQL and the lake; it means something only behind a barrier. */
export function reconcileTest(source: SourcePlan, table: TablePlan): string {
  const compared = table.columns.flatMap(({ name, compare }) =>
    compare === null ? [] : [{ name, compare }],
  );
  const names = compared.map(({ name }) => columns.identifier(name));
  const query = `select ${compared
    .map(({ name, compare }) => `${compare.postgres.replaceAll("{column}", quoted(name))} as ${quoted(name)}`)
    .join(", ")} from ${postgresName(table.schema, table.table)}`;
  const lake = compared.map(({ name, compare }) => {
    const identifier = columns.identifier(name);
    const value = compare.trino.replaceAll("{column}", identifier);
    return value === identifier ? value : `${value} as ${identifier}`;
  });
  return file(table, "['cdc', 'reconcile']", [
    comment(
      "Rows that PostgreSQL and the lake do not share. Changes that are under way differ too: run it behind a barrier.",
    ),
    "with source_rows as (",
    "    select *",
    `    from table(${sqlIdentifier(source.catalog)}.system.query(query => ${jinjaFragment(sqlString(query))}))`,
    "),",
    "",
    "lake_rows as (",
    "    select",
    `        ${columns.lines(lake, "        ")}`,
    `    from {{ ref(${jinjaString(table.currentModel)}) }}`,
    ")",
    "",
    "select",
    "    'only in PostgreSQL' as side,",
    "    *",
    `from (select ${names.join(", ")} from source_rows except select ${names.join(", ")} from lake_rows)`,
    "union all",
    "select",
    "    'only in the lake' as side,",
    "    *",
    `from (select ${names.join(", ")} from lake_rows except select ${names.join(", ")} from source_rows)`,
  ]);
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const comment = (text: string): string => sqlComment(text);

function file(table: TablePlan, tags: string, lines: readonly string[]): string {
  return `${header("jinja", table.file)}{{ config(tags=${tags}) }}\n\n${lines.join("\n")}\n`;
}

// Unit tests of the base model, with the table's own columns. They say which rows a run merges, not what the table
// holds then. Where the model is in its changelog is given, so that no test asks the lake.
import type { SourcePlan, TablePlan } from "../../../plan/sources.ts";
import { jinjaString } from "../../../text/jinja.ts";
import { jsonLine } from "../../../text/json.ts";
import type { YamlValue } from "../../../text/yaml.ts";
import { largeColumns, valueColumns } from "./columns.ts";
import { sampleOf } from "./samples.ts";

type Row = Readonly<Record<string, YamlValue>>;

/** Samples of the key and of one column, in the changelog or in the state. */
type Sampled = (side: "bronze" | "state", value?: number) => Row;

/** All tests of a table; none where its key is of a type that fixtures cannot write. */
export function baseUnitTests(source: SourcePlan, table: TablePlan): readonly YamlValue[] {
  const sampled = samplesOf(table);
  return sampled === null
    ? []
    : [...scenarios(source, table, sampled), ...largeValue(source, table, sampled)].map((one) =>
        unitTest(source, table, one),
      );
}

function samplesOf(table: TablePlan): Sampled | null {
  const keys = table.columns.filter(({ isKey }) => isKey);
  if (keys.some((key) => sampleOf(key, 1) === null)) return null;
  const value = valueColumns(table)
    .map(({ plan }) => plan)
    .find((plan) => sampleOf(plan, 1) !== null);
  return (side, number) => ({
    ...Object.fromEntries(keys.map((key) => [key.name, sampleOf(key, 1)?.[side] ?? null])),
    ...(value === undefined || number === undefined
      ? {}
      : { [value.name]: sampleOf(value, number)?.[side] ?? null }),
  });
}

interface Scenario {
  readonly name: string;
  readonly description: string;
  readonly isIncremental?: false;
  /** Newest complete epoch. */
  readonly complete?: number;
  readonly known: readonly Row[];
  readonly changelog: readonly Row[];
  readonly expected: readonly Row[];
}

/** Offsets up to 5 of the first epoch's topic were read before, those up to 9 and all of the second epoch's are now. */
function scenarios(source: SourcePlan, table: TablePlan, sampled: Sampled): readonly Scenario[] {
  const change = changeOf(source, table);
  const known = {
    ...sampled("state", 1),
    _is_deleted: false,
    _odp_epoch: 1,
    _odp_incidents: 0,
    _cdc_lsn: 900,
    _kafka_topic: topicOf(table, source, 1),
    _kafka_partition: 0,
    _kafka_offset: 5,
  };
  const update = { __deleted: "false", _cdc_op: "u" };
  return [
    {
      name: "delete_keeps_last_values",
      description: "A deleted row becomes a tombstone with the values that it had.",
      known: [known],
      changelog: [
        change(1, 6, {
          ...sampled("bronze"),
          __deleted: "true",
          _cdc_op: "d",
          _cdc_source_lsn: 950,
          _cdc_source_txid: 9,
        }),
      ],
      expected: [{ ...sampled("state", 1), _is_deleted: true, _odp_epoch: 1, _odp_incidents: 0 }],
    },
    {
      name: "replay_is_ignored",
      description: "A change that lies at a lower offset already is not applied again.",
      known: [known],
      changelog: [4, 6].map((offset) =>
        change(1, offset, { ...sampled("bronze", 2), ...update, _cdc_source_lsn: 800, _cdc_source_txid: 8 }),
      ),
      expected: [],
    },
    {
      name: "unseen_lower_position_is_an_incident",
      description:
        "A change below what its key has seen, which was never there before, is applied and counted.",
      known: [known],
      changelog: [
        change(1, 6, { ...sampled("bronze", 2), ...update, _cdc_source_lsn: 700, _cdc_source_txid: 7 }),
      ],
      expected: [
        { ...sampled("state", 2), _is_deleted: false, _odp_epoch: 1, _odp_incidents: 1, _cdc_lsn: 900 },
      ],
    },
    {
      name: "newer_epoch_wins_with_a_lower_position",
      description: "Positions of two epochs are not compared, and changes of the older one are late.",
      known: [known],
      changelog: [
        change(1, 6, { ...sampled("bronze", 2), ...update, _cdc_source_lsn: 950, _cdc_source_txid: 9 }),
        change(2, 0, {
          ...sampled("bronze", 3),
          __deleted: "false",
          _cdc_op: "r",
          _cdc_source_lsn: 40,
          _cdc_source_snapshot: "last",
        }),
      ],
      expected: [
        { ...sampled("state", 3), _is_deleted: false, _odp_epoch: 2, _odp_incidents: 0, _cdc_lsn: -1 },
      ],
    },
    {
      name: "complete_epoch_deletes_what_it_did_not_show",
      description: "A row that the complete snapshot of a newer epoch lacks is deleted.",
      complete: 2,
      known: [known],
      changelog: [],
      expected: [{ ...sampled("state", 1), _is_deleted: true, _odp_epoch: 1 }],
    },
    {
      name: "incomplete_epoch_deletes_nothing",
      description: "Half a snapshot says nothing about the rows that it did not show yet.",
      complete: 1,
      known: [known],
      changelog: [],
      expected: [],
    },
    {
      name: "full_build",
      description: "A table built from the whole changelog.",
      isIncremental: false,
      known: [],
      changelog: [
        change(1, 6, {
          ...sampled("bronze", 1),
          __deleted: "false",
          _cdc_op: "c",
          _cdc_source_lsn: 10,
          _cdc_source_txid: 1,
        }),
        change(1, 7, { ...sampled("bronze", 2), ...update, _cdc_source_lsn: 20, _cdc_source_txid: 2 }),
        change(1, 8, {
          ...sampled("bronze", 1),
          __deleted: "false",
          _cdc_op: "c",
          _cdc_source_lsn: 10,
          _cdc_source_txid: 1,
        }),
      ],
      expected: [
        { ...sampled("state", 2), _is_deleted: false, _odp_epoch: 1, _odp_incidents: 0, _cdc_lsn: 20 },
      ],
    },
  ];
}

const PLACEHOLDER = "__debezium_unavailable_value";

/** Only text can be written as its stand-in. */
function largeValue(source: SourcePlan, table: TablePlan, sampled: Sampled): readonly Scenario[] {
  const column = largeColumns(table).find(({ plan }) => plan.stateType === "varchar")?.plan.name;
  if (column === undefined) return [];
  const state = { ...sampled("state"), _is_deleted: false, _odp_epoch: 1, _cdc_lsn: 900 };
  const change = {
    ...sampled("bronze"),
    __deleted: "false",
    _cdc_op: "u",
    _cdc_source_lsn: 950,
    _cdc_source_txid: 9,
  };
  return [
    {
      name: "unchanged_large_value_is_kept",
      description: `An update that leaves ${column} out changes the other columns only.`,
      known: [{ ...state, [column]: "a long text" }],
      changelog: [changeOf(source, table)(1, 6, { ...change, [column]: PLACEHOLDER })],
      expected: [{ ...sampled("state"), [column]: "a long text", _is_deleted: false }],
    },
  ];
}

function topicOf(table: TablePlan, source: SourcePlan, epoch: number): string {
  const first = source.topicPrefix.replace(/_e[0-9]+$/, "");
  return `${first}${epoch > 1 ? `_e${epoch}` : ""}.${table.schema}.${table.table}`;
}

const changeOf =
  (source: SourcePlan, table: TablePlan) =>
  (epoch: number, offset: number, row: Row): Row => ({
    ...row,
    _kafka_topic: topicOf(table, source, epoch),
    _kafka_partition: 0,
    _kafka_offset: offset,
  });

function unitTest(source: SourcePlan, table: TablePlan, scenario: Scenario): YamlValue {
  const { name, description, isIncremental = true, complete = 0, known, changelog, expected } = scenario;
  const input = (relation: string): string =>
    `source(${jinjaString(source.bronzeSchema)}, ${jinjaString(relation)})`;
  return {
    name: `${table.baseModel}_${name}`,
    description,
    model: table.baseModel,
    overrides: { macros: { is_incremental: isIncremental, cdc_position: position(source, table, complete) } },
    given: [
      ...(isIncremental ? [{ input: "this", rows: known }] : []),
      { input: input(table.lakeTable), rows: changelog },
      { input: input(source.snapshotEndsTable), rows: [] },
    ],
    expect: { rows: expected },
  };
}

function position(source: SourcePlan, table: TablePlan, complete: number): string {
  const unread = [
    { topic: topicOf(table, source, 1), partition: 0, after: 5, last: 9 },
    { topic: topicOf(table, source, 2), partition: 0, after: -1, last: 9 },
  ];
  return jsonLine({ batch: 2, complete, complete_at: "2026-01-01 00:00:00", read: [], unread });
}

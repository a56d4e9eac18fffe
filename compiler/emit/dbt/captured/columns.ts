// Pieces of SQL about the columns of a captured table, one line each.
import type { ColumnPlan, TablePlan } from "../../../plan/sources.ts";
import { jinjaFragment } from "../../../text/jinja.ts";
import { sqlIdentifier } from "../../../text/sql.ts";

/** A column with its quoted name and its way to the state. */
export interface ColumnText {
  readonly name: string;
  readonly plan: ColumnPlan;
}

export function keyColumns(table: TablePlan): readonly ColumnText[] {
  return table.columns.filter(({ isKey }) => isKey).map(columnText);
}

/** All others, in the order in which they are declared. */
export function valueColumns(table: TablePlan): readonly ColumnText[] {
  return table.columns.filter(({ isKey }) => !isKey).map(columnText);
}

/** Columns whose unchanged value PostgreSQL may leave out of an update. */
export function largeColumns(table: TablePlan): readonly ColumnText[] {
  return valueColumns(table).filter(({ plan }) => plan.placeholder !== null);
}

function columnText(plan: ColumnPlan): ColumnText {
  return { name: identifier(plan.name), plan };
}

export const identifier = (name: string): string => jinjaFragment(sqlIdentifier(name));

/** The name of an own column about a column: `_odp_has_note`. */
export const about = (what: string, { plan }: ColumnText): string => identifier(`_odp_${what}_${plan.name}`);

/** An expression of the changelog as the type of the state. */
export const typed = ({ plan }: ColumnText, expression: string): string =>
  plan.cast.replaceAll("{column}", expression);

/** `cast(id as uuid) as id`, or the bare name where nothing changes. */
export const typedAs = (column: ColumnText, expression = column.name): string => {
  const value = typed(column, expression);
  return value === column.name ? value : `${value} as ${column.name}`;
};

/** A value that is there, of a column that may hold a stand-in. */
export const isGiven = ({ name, plan }: ColumnText): string => `${name} is distinct from ${plan.placeholder}`;

/** Items of a list, one a line. */
export const lines = (items: readonly string[], indent: string): string => items.join(`,\n${indent}`);

/** `a.id = b.id and ..`, one condition a line. */
export const sameKey = (keys: readonly ColumnText[], left: string, right: string, indent: string): string =>
  keys.map(({ name }) => `${left}.${name} = ${right}.${name}`).join(`\n${indent}and `);

/** Where the epoch stands in the topic's name. */
export const epochOf = (pattern: string, topic = "_kafka_topic"): string =>
  `cast(coalesce(regexp_extract(${topic}, ${jinjaFragment(`'${pattern}'`)}, 1), '1') as integer)`;

/** Microseconds since 1970 as an instant. */
export const instantOf = (micros: string): string =>
  `cast(from_unixtime_nanos(${micros} * 1000) as timestamp(6) with time zone)`;

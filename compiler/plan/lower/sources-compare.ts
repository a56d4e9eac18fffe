// How the reconcile test compares a column. Values travel as text, number or boolean, since Trino's PostgreSQL
// connector cannot read a numeric NaN or an infinite time. What the way to the lake loses on purpose is left out on
// both sides: infinities, years beyond 9999, blanks at the end of a `char`.
import type { TypeName } from "../../../dsl/column.ts";
import { POSTGRES_ALIASES, type PostgresType } from "../../facts/postgres-types.ts";
import type { ComparePlan } from "../sources.ts";

const SAME: ComparePlan = { postgres: "{column}", trino: "{column}" };

/** Both sides of a comparison, or null for a type whose text differs without meaning anything. */
export function compareOf(declared: TypeName, type: PostgresType): ComparePlan | null {
  const base = POSTGRES_ALIASES.get(declared.name) ?? declared.name;
  if (base === "numeric") return numeric(declared, type);
  return Object.hasOwn(COMPARED, base) ? (COMPARED[base] ?? null) : null;
}

/** PostgreSQL's own output of a value, which is what Debezium sends; a cast to text differs for `inet`. */
const asWritten = (value = "{column}"): ComparePlan => ({
  postgres: `case when {column} is not null then format('%s', ${value}) end`,
  trino: "{column}",
});

const TEXT = asWritten();

const COMPARED: Readonly<Record<string, ComparePlan>> = {
  boolean: SAME,
  smallint: { postgres: "{column}::integer", trino: "{column}" },
  integer: SAME,
  bigint: SAME,
  oid: { postgres: "{column}::bigint", trino: "{column}" },
  real: SAME,
  "double precision": SAME,
  money: { postgres: "{column}::numeric(19,2)", trino: "{column}" },
  text: TEXT,
  varchar: TEXT,
  char: { postgres: "rtrim({column}::text)", trino: "rtrim({column})" },
  citext: TEXT,
  name: TEXT,
  xml: TEXT,
  enum: TEXT,
  json: TEXT,
  jsonb: TEXT,
  inet: TEXT,
  cidr: TEXT,
  macaddr: TEXT,
  macaddr8: TEXT,
  int4range: TEXT,
  int8range: TEXT,
  numrange: TEXT,
  daterange: TEXT,
  uuid: { postgres: "{column}::text", trino: "cast({column} as varchar)" },
  bytea: { postgres: "md5({column})", trino: "lower(to_hex(md5({column})))" },
  date: {
    postgres:
      "case when {column} between '0001-01-01' and '9999-12-31' then to_char({column}, 'YYYY-MM-DD') end",
    trino: "case when year({column}) between 1 and 9999 then cast({column} as varchar) end",
  },
  time: {
    postgres: "to_char(date '2000-01-01' + {column}, 'HH24:MI:SS.US')",
    trino: "cast({column} as varchar)",
  },
  timestamp: {
    postgres: between("timestamp", "{column}"),
    trino: "case when year({column}) between 1 and 9999 then cast({column} as varchar) end",
  },
  timestamptz: {
    postgres: between("timestamp", "({column} at time zone 'UTC')"),
    trino:
      "case when year({column}) between 1 and 9999 then cast(cast({column} at time zone 'UTC' as timestamp(6)) as varchar) end",
  },
};

function between(type: string, value: string): string {
  return (
    `case when ${value} between ${type} '0001-01-01' and ${type} '9999-12-31 23:59:59.999999' ` +
    `then to_char(${value}, 'YYYY-MM-DD HH24:MI:SS.US') end`
  );
}

/** A numeric that is cut to another type on its way is not compared. */
function numeric(declared: TypeName, type: PostgresType): ComparePlan | null {
  if (declared.as !== undefined) return null;
  return {
    postgres: `nullif({column}, 'NaN')::${type.state.replace("decimal", "numeric")}`,
    trino: "{column}",
  };
}

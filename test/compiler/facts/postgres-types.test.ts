import { describe, expect, test } from "vitest";
import { LOSSES } from "../../../compiler/facts/postgres-losses.ts";
import { REFUSED_TYPES } from "../../../compiler/facts/postgres-refused.ts";
import {
  POSTGRES_ALIASES,
  POSTGRES_TYPES,
  type PostgresType,
  postgresType,
  type RefusedType,
} from "../../../compiler/facts/postgres-types.ts";
import { ICEBERG_TYPES } from "../../../compiler/facts/trino-types.ts";
import type { AnyColumn, TypeName } from "../../../dsl/column.ts";
import { pg } from "../../../dsl/postgres-types.ts";
import { COLUMN } from "../../../dsl/symbols.ts";

const look = (type: TypeName): PostgresType => {
  const found = postgresType(type);
  if (found.refused !== undefined) throw new Error(`${found.name}: ${found.refused}`);
  return found;
};

const reason = (type: TypeName): string | undefined => postgresType(type).refused;

const SCALARS: readonly TypeName[] = [
  ...Object.keys(POSTGRES_TYPES).map((name) => ({ name })),
  { name: "numeric", args: [12, 2] },
  { name: "numeric", as: { name: "decimal", args: [38, 9] } },
  { name: "numeric", as: { name: "double" } },
  { name: "bit", args: [1] },
  { name: "bit", args: [3] },
  { name: "varbit", args: [16] },
];

/** Every type that a row of the table may be, alone and, where possible, in an array. */
const EVERY: readonly PostgresType[] = [
  ...SCALARS.map(look),
  ...SCALARS.map((element) => postgresType({ name: "array", element })).filter(isAccepted),
];

function isAccepted(type: PostgresType | RefusedType): type is PostgresType {
  return type.refused === undefined;
}

test("every type of the language is in the table or refused with a reason", () => {
  // A type that joins the language without an example here is red in the type check.
  const columns: Readonly<Record<Exclude<keyof typeof pg, "other">, AnyColumn>> = {
    boolean: pg.boolean(),
    smallint: pg.smallint(),
    integer: pg.integer(),
    bigint: pg.bigint(),
    oid: pg.oid(),
    real: pg.real(),
    doublePrecision: pg.doublePrecision(),
    numeric: pg.numeric(12, 2),
    money: pg.money(),
    text: pg.text(),
    varchar: pg.varchar(5),
    char: pg.char(3),
    citext: pg.citext(),
    name: pg.name(),
    xml: pg.xml(),
    uuid: pg.uuid(),
    bytea: pg.bytea(),
    date: pg.date(),
    time: pg.time(),
    timetz: pg.timetz(),
    timestamp: pg.timestamp(),
    timestamptz: pg.timestamptz(),
    interval: pg.interval(),
    json: pg.json(),
    jsonb: pg.jsonb(),
    hstore: pg.hstore(),
    bit: pg.bit(3),
    varbit: pg.varbit(16),
    inet: pg.inet(),
    cidr: pg.cidr(),
    macaddr: pg.macaddr(),
    macaddr8: pg.macaddr8(),
    int4range: pg.int4range(),
    int8range: pg.int8range(),
    numrange: pg.numrange(),
    daterange: pg.daterange(),
    tsrange: pg.tsrange(),
    tstzrange: pg.tstzrange(),
    point: pg.point(),
    enum: pg.enum("status", ["new"]),
    domain: pg.domain("email", pg.text()),
    array: pg.array(pg.text()),
  };
  for (const column of Object.values(columns)) look(column[COLUMN].type);
  expect(reason(pg.other("box")[COLUMN].type)).toContain("not proven");
});

test.each(EVERY.map((type) => [type.name, type] as const))("%s is consistent", (_, type) => {
  expect(["boolean", "bigint", "double", "date", "varchar", "varbinary"]).toContain(type.bronze);
  const storable = type.state.replace(/^array\((.*)\)$/, "$1").replace(/^decimal\(\d+,\d+\)$/, "decimal");
  expect(ICEBERG_TYPES).toContain(storable);
  const cast = type.cast("c");
  if (cast === "c") expect(type.state).toBe(type.bronze);
  expect(cast).toMatch(/\bc\b/);
  expect(cast.replace(/[^()]/g, "").replace(/\(\)/g, "").length % 2).toBe(0);
  if (!type.toastable) expect(type.placeholder).toBeNull();
  if (type.placeholder !== null) {
    expect(type.placeholder.startsWith("to_utf8(")).toBe(type.bronze === "varbinary");
    if (type.bronze !== "varbinary") expect(type.bronze).toBe("varchar");
  }
  for (const { slug, text } of type.losses) expect(LOSSES[slug]).toBe(text);
});

test("every loss is lost by some type, and guards stand where values are lost", () => {
  const lost = new Set(EVERY.flatMap(({ losses }) => losses.map(({ slug }) => slug)));
  expect([...lost].sort()).toEqual(Object.keys(LOSSES).sort());
  for (const { losses, cast, name } of EVERY) {
    const guards = losses.some(({ slug }) => slug === "infinity" || slug === "nan");
    if (guards) expect(cast("c"), name).toMatch(/case when|nullif/);
  }
});

test("aliases lead to the table, refused types are not in it", () => {
  for (const target of POSTGRES_ALIASES.values()) {
    expect(["numeric", "varbit", ...Object.keys(POSTGRES_TYPES)]).toContain(target);
  }
  for (const name of REFUSED_TYPES.keys()) expect(reason({ name })).toBe(REFUSED_TYPES.get(name));
  expect(look({ name: "bigserial" }).name).toBe("bigint");
});

describe("refuses with the way out", () => {
  test.each<readonly [TypeName, string]>([
    [{ name: "numeric" }, "pg.numeric({ as"],
    [{ name: "numeric", args: [50, 2] }, "38 digits"],
    [{ name: "numeric", as: { name: "varchar" } }, "not `varchar`"],
    [{ name: "array", element: { name: "array", element: { name: "text" } } }, "dimensions"],
    [{ name: "array", element: { name: "text", databaseName: "email" } }, "domain"],
    [{ name: "array", element: { name: "interval" } }, "leaves out arrays of `interval`"],
    [{ name: "array", element: { name: "numeric" } }, "leaves out"],
    [{ name: "array" }, "elements"],
    [{ name: "constructor" }, "does not know"],
    [{ name: "tsvector" }, "text it is computed from"],
  ])("%o", (type, words) => {
    expect(reason(type)).toContain(words);
  });
});

test("numerics keep every digit", () => {
  const state = (args: readonly number[]): string => look({ name: "numeric", args }).state;
  expect(state([12, 2])).toBe("decimal(12,2)");
  expect(state([12])).toBe("decimal(12,0)");
  expect(state([3, 5])).toBe("decimal(5,5)");
  expect(state([3, -2])).toBe("decimal(5,0)");
  expect(look({ name: "decimal", args: [12, 2] }).name).toBe("numeric(12,2)");
  expect(look({ name: "numeric", args: [12, 2] }).cast("total")).toBe(
    "cast(nullif(total, 'NAN') as decimal(12,2))",
  );
});

test("stand-ins for values left out are as they were seen in bronze", () => {
  const placeholder = (type: TypeName): string | null => look(type).placeholder;
  const array = (name: string): TypeName => ({ name: "array", element: { name } });
  expect(placeholder({ name: "jsonb" })).toBe("'__debezium_unavailable_value'");
  expect(placeholder({ name: "bytea" })).toBe("to_utf8('__debezium_unavailable_value')");
  expect(placeholder(array("text"))).toBe(`'["__debezium_unavailable_value"]'`);
  expect(placeholder(array("integer"))).toMatch(/^'\[95,95,100,(\d+,){24}101\]'$/);
  expect(placeholder(array("uuid"))).toBe(`'["b68a35a7-17ad-35b3-af2a-ae46edb4545a"]'`);
  expect([look(array("numrange")).toastable, placeholder(array("numrange"))]).toEqual([true, null]);
  expect([look({ name: "bigint" }).toastable, placeholder({ name: "bigint" })]).toEqual([false, null]);
});

// The casts of the type table on a real Trino: each has the type that the table says, gives the value that
// PostgreSQL held, and fails on nothing that was seen to arrive.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const day = (number) => `date_add('day', ${number}, date '1970-01-01')`;
const array = (element) => ({ name: "array", element });
const named = (name, ...args) => (args.length === 0 ? { name } : { name, args });

/** Type, then pairs: what stands in bronze, what the state shows as text. */
const CASES = [
  [named("boolean"), ["true", "true"]],
  [named("smallint"), ["bigint '-32768'", "-32768"]],
  [named("integer"), ["bigint '2147483647'", "2147483647"], ["bigint '-2147483648'", "-2147483648"]],
  [named("bigint"), ["9007199254740993", "9007199254740993"]],
  [named("oid"), ["4294967295", "4294967295"]],
  [named("real"), ["double '0.1'", "1.0E-1"], ["nan()", "NaN"], ["-infinity()", "-Infinity"]],
  [named("double precision"), ["double '0.1'", "1.0E-1"], ["nan()", "NaN"]],
  [
    named("numeric", 12, 2),
    ["'1234567890.12'", "1234567890.12"],
    ["'NAN'", null],
    ["'-0.01'", "-0.01"],
    ["'1E-2'", "0.01"],
  ],
  [named("numeric", 38, 0), ["'99999999999999999999999999999999999999'", "9".repeat(38)]],
  [named("numeric", 3, -2), ["'12300'", "12300"], ["'1.23E+4'", "12300"]],
  [
    { name: "numeric", as: named("decimal", 38, 9) },
    ["'12.3456789012'", "12.345678901"],
    ["'NAN'", null],
    ["'POSITIVE_INFINITY'", null],
    ["'NEGATIVE_INFINITY'", null],
    [`'${"9".repeat(60)}'`, null],
  ],
  [
    { name: "numeric", as: named("double") },
    ["'12.5'", "1.25E1"],
    ["'NAN'", "NaN"],
    ["'POSITIVE_INFINITY'", "Infinity"],
    ["'NEGATIVE_INFINITY'", "-Infinity"],
  ],
  [{ name: "numeric", as: named("real") }, ["'12.5'", "1.25E1"], ["'NAN'", "NaN"]],
  [named("money"), ["'-1234.56'", "-1234.56"]],
  [named("text"), ["''", ""]],
  [named("uuid"), ["'b68a35a7-17ad-35b3-af2a-ae46edb4545a'", "b68a35a7-17ad-35b3-af2a-ae46edb4545a"]],
  [
    named("date"),
    ["date '2026-01-31'", "2026-01-31"],
    [day(-2440588), "-4713-11-24"],
    [day(-735000), "-0043-08-22"],
    [day(2146033979), null],
    [day(-2147472691), null],
    [day(-622191234), null],
    [day(-625821272), null],
    [day(2932896), "9999-12-31"],
    [day(2932897), null],
  ],
  [
    named("time"),
    ["19565123456", "05:26:05.123456"],
    ["86400000000", "00:00:00.000000"],
    ["0", "00:00:00.000000"],
  ],
  [
    named("timestamp"),
    ["1769839200123456", "2026-01-31 06:00:00.123456"],
    ["-1", "1969-12-31 23:59:59.999999"],
    ["253402300799999999", "9999-12-31 23:59:59.999999"],
    ["253402300800000000", null],
    ["9223372036854775807", null],
    ["-9223372036854775808", null],
    ["-9223372036853775810", null],
    ["-210866803200000000", "-4713-11-24 00:00:00.000000"],
  ],
  [
    named("timestamptz"),
    ["'2026-01-31T06:00:00.123456Z'", "2026-01-31 06:00:00.123456 UTC"],
    ["'2026-01-31T06:00:00Z'", "2026-01-31 06:00:00.000000 UTC"],
    ["'infinity'", null],
    ["'-infinity'", null],
    ["'+294276-12-31T23:59:59.999999Z'", null],
    ["'-0043-03-15T00:00:00Z'", "-0043-03-15 00:00:00.000000 UTC"],
  ],
  [named("bytea"), ["from_base64('BQ==')", "05"]],
  [named("bit", 3), ["from_base64('BQ==')", "05"]],
  [array(named("text")), [`'["a",null,"\\"b"]'`, `["a",null,"\\"b"]`], ["'[]'", "[]"]],
  [array(named("integer")), ["'[1,null]'", "[1,null]"]],
  [array(named("bigint")), ["'[9007199254740993]'", "[9007199254740993]"]],
  [array(named("boolean")), ["'[true,null]'", "[true,null]"]],
  [array(named("double precision")), [`'[0.5,"NaN","Infinity"]'`, `[0.5,"NaN","Infinity"]`]],
  [array(named("numeric", 12, 2)), [`'["1.50","NAN",null]'`, "[1.50,null,null]"]],
  [
    array(named("uuid")),
    [`'["b68a35a7-17ad-35b3-af2a-ae46edb4545a"]'`, `["b68a35a7-17ad-35b3-af2a-ae46edb4545a"]`],
  ],
  [array(named("date")), ["'[0,null,2146033979]'", `["1970-01-01",null,null]`]],
  [array(named("time")), ["'[0]'", `["00:00:00.000000"]`]],
  [array(named("timestamp")), ["'[0,9223372036854775807]'", `["1970-01-01 00:00:00.000000",null]`]],
  [
    array(named("timestamptz")),
    [`'["1970-01-01T00:00:00Z","infinity"]'`, `["1970-01-01 00:00:00.000000 UTC",null]`],
  ],
  [array(named("jsonb")), [`'["{\\"a\\": 1}"]'`, `["{\\"a\\": 1}"]`]],
  [array(named("bytea")), [`'["BQ=="]'`, "05"]],
];

/** How the state of a type is shown as text; the types of an array are compared as JSON. */
function shown(state, expression) {
  if (state === "varbinary") return `to_hex(${expression})`;
  if (state === "array(varbinary)") return `to_hex(${expression}[1])`;
  if (!state.startsWith("array(")) return `cast(${expression} as varchar)`;
  const element = /^array\((.*)\)$/.exec(state)[1];
  const texts = /^(?:uuid|date|time|timestamp)/.test(element)
    ? `transform(${expression}, e -> cast(e as varchar))`
    : expression;
  return `json_format(cast(${texts} as json))`;
}

const plain = (type) => type.replaceAll(" ", "");

export async function castChecks({ check, parts, encoderFolder }) {
  const outfile = join(encoderFolder, "postgres-types.mjs");
  await build({
    entryPoints: [join(ROOT, "compiler/facts/postgres-types.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  const { postgresType, POSTGRES_TYPES } = await import(outfile);
  const { query, describeOutput } = parts.trino;

  await check("every cast of the type table has the type that the table says", async () => {
    const scalars = [
      ...Object.keys(POSTGRES_TYPES).map((name) => ({ name })),
      ...CASES.map(([type]) => type),
    ];
    const types = [...scalars, ...scalars.map(array)]
      .map(postgresType)
      .filter(({ refused }) => refused === undefined);
    const columns = types.map((type, index) => `${type.cast(`c${index}`)} as x${index}`);
    const inputs = types.map((type, index) => `cast(null as ${type.bronze}) as c${index}`);
    const output = await describeOutput(`select ${columns.join(", ")} from (select ${inputs.join(", ")})`);
    const wrong = types.flatMap(({ name, state }, index) =>
      plain(output[index].type) === plain(state) ? [] : [`${name}: ${output[index].type}, not ${state}`],
    );
    if (wrong.length > 0) throw new Error(wrong.join("\n"));
  });

  await check("every stand-in for a value left out compares with its column", async () => {
    const scalars = Object.keys(POSTGRES_TYPES).map((name) => ({ name }));
    const types = [...scalars, ...scalars.map(array)]
      .map(postgresType)
      .filter(({ placeholder }) => placeholder);
    const terms = types.map(
      ({ bronze, placeholder }) => `cast(null as ${bronze}) is distinct from ${placeholder}`,
    );
    const { rows } = await query(`select ${terms.join(" and ")}`);
    if (rows[0][0] !== true) throw new Error("a stand-in is null");
  });

  for (const [type, ...values] of CASES) {
    const { name, bronze, state, cast } = postgresType(type);
    await check(`${name} becomes ${state}`, async () => {
      // Rows of a table that Trino cannot fold: a cast may be lazy in a constant and not in a column.
      const rows = values
        .map(([expression], index) => `(${index}, cast(${expression} as ${bronze}))`)
        .join(", ");
      const sql = `select ${shown(state, cast("c"))} from (values ${rows}) as t (place, c) where random() >= 0 order by place`;
      const { rows: got } = await query(sql);
      const [left, right] = [got.map(([text]) => text), values.map(([, text]) => text)].map((list) =>
        JSON.stringify(list),
      );
      if (left !== right) throw new Error(`got ${left}, wanted ${right}\n${sql}`);
    });
  }
}

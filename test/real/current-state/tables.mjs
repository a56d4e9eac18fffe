// The tables of the project as the test writes them to the changelog and reads them back. Values are held as Trino
// returns those of the state; `wire` makes what Debezium sends, as a literal of the bronze column.
const text = (value) => `'${value.replaceAll("'", "''")}'`;
const hex = (number, digits) => number.toString(16).padStart(digits, "0");
const uuid = (number) => `00000000-0000-4000-8000-${hex(number, 12)}`;

/** Text that PostgreSQL would store apart from its row, by its first letter. */
const isLargeText = (value) => value?.startsWith("L") ?? false;

const largeText = {
  random: (random) =>
    random.chance(0.6) ? `L${random.below(1e6)}` : random.chance(0.1) ? null : `s${random.below(9)}`,
  wire: text,
  isLarge: isLargeText,
  placeholder: "'__debezium_unavailable_value'",
};

/** Days and microseconds of 2026, in UTC. */
const instant = (micros) => new Date(Date.UTC(2026, 0, 1) + micros / 1000).toISOString().slice(0, 19);

export const TABLES = [
  {
    name: "orders",
    key: ["id"],
    keyOf: (number) => [number],
    keyWire: ([id]) => [String(id)],
    fabricated: { status: "''", customer_id: "''" },
    columns: {
      status: { ...largeText, random: (random) => random.pick(["new", "paid", null]), isLarge: () => false },
      total: {
        random: (random) =>
          random.chance(0.1) ? null : `${random.below(1000)}.${String(random.below(100)).padStart(2, "0")}`,
        wire: text,
      },
      customer_id: { random: (random) => uuid(random.below(5)), wire: text },
      placed_at: {
        random: (random) => `${instant(random.below(1e9) * 1000).replace("T", " ")}.000000 UTC`,
        wire: (value) => text(value.replace(" ", "T").replace(".000000 UTC", ".000000Z")),
      },
      note: largeText,
    },
  },
  {
    name: "order_items",
    key: ["order_code", "line"],
    keyOf: (number) => [uuid(1000 + (number >> 1)), number % 2],
    keyWire: ([code, line]) => [text(code), String(line)],
    fabricated: {},
    columns: {
      quantity: { random: (random) => (random.chance(0.1) ? null : random.below(100)), wire: String },
      picture: {
        random: (random) => Buffer.from(`picture ${random.below(1e6)}`).toString("base64"),
        wire: (value) => `from_base64(${text(value)})`,
        isLarge: () => true,
        placeholder: "to_utf8('__debezium_unavailable_value')",
      },
      tags: {
        random: (random) =>
          random.chance(0.2)
            ? null
            : Array.from({ length: random.below(3) }, () => random.pick(["a", "b'", null])),
        wire: (value) => text(JSON.stringify(value)),
        isLarge: (value) => value !== null && value.length > 1,
        placeholder: `'["__debezium_unavailable_value"]'`,
      },
    },
  },
];

/** A value on its way, or the literal of nothing. */
export const wireOf = (column, value) => (value === null ? "null" : column.wire(value));

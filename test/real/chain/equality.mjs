// Whether the lake holds what PostgreSQL holds: every column of every table as a text that both can write.
import { createHash } from "node:crypto";

const plain = (name) => [`${name}::text`, `cast(${name} as varchar)`];
const text = (name) => [`${name}::text`, name];
const digest = (name) => [`md5(${name})`, `lower(to_hex(md5(to_utf8(${name}))))`];
const bytes = (name) => [`md5(${name})`, `lower(to_hex(md5(${name})))`];
const day = (name) => [`to_char(${name}, 'YYYY-MM-DD')`, `cast(${name} as varchar)`];
const list = (name) => [`to_json(${name})::text`, `json_format(cast(${name} as json))`];
// Text of a double differs between the two; its bits do not.
const double = (name) => [`encode(float8send(${name}), 'hex')`, `lower(to_hex(to_ieee754_64(${name})))`];
const real = (name) => [`encode(float4send(${name}), 'hex')`, `lower(to_hex(to_ieee754_32(${name})))`];
// Not the cast: it writes 10.1.0.0/16 and 10.0.0.1/32, the lake has what PostgreSQL shows.
const address = (name) => [`case when ${name} is not null then format('%s', ${name}) end`, name];
const time = (name) => [`to_char(date '2000-01-01' + ${name}, 'HH24:MI:SS.US')`, `cast(${name} as varchar)`];
const moment = (name) => [`to_char(${name}, 'YYYY-MM-DD HH24:MI:SS.US')`, `cast(${name} as varchar)`];
const instant = (name) => [
  `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
  `cast(cast(${name} at time zone 'UTC' as timestamp(6)) as varchar)`,
];

/** Columns of the tables of the shop, written by hand from databases/shop/shop.sql, by table of the lake. */
const TABLES = {
  customers: {
    from: "shop.customers",
    columns: {
      id: plain,
      email: text,
      name: text,
      nick: text,
      country: text,
      credit: plain,
      active: plain,
      born: day,
      preferences: text,
      tags: list,
      avatar: bytes,
      last_address: address,
      joined_at: instant,
    },
  },
  orders: {
    from: "shop.orders",
    columns: {
      id: plain,
      customer_id: plain,
      status: text,
      total: plain,
      weight: double,
      ratio: real,
      rate: (name) => [`${name}::numeric(38, 9)::text`, `cast(${name} as varchar)`],
      channel: text,
      quantity: plain,
      priority: plain,
      note: digest,
      delivered_on: day,
      picked_at: moment,
      window_start: time,
      created_at: instant,
    },
  },
  order_items: {
    from: "shop.order_items",
    columns: { order_id: plain, line: plain, sku: text, price: plain, quantity: plain },
  },
  parcels: {
    from: "shop.parcels",
    columns: { carrier: text, number: text, order_id: plain, state: text, moved_at: instant },
  },
  billing_payments: {
    from: "billing.payments",
    columns: { id: plain, order_id: plain, amount: plain, method: text, paid_at: instant },
  },
};

export const TABLE_NAMES = Object.keys(TABLES);

const hashOf = (lines) => createHash("sha256").update(lines.join("\n")).digest("hex");

/** Throws unless both queries give the same rows, by count and by hash. All values are texts. Gives the count. */
export async function expectSameRows({ parts: { postgres, trino } }, what, source, lake) {
  const output = await postgres.query("shop", source);
  const there = output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.stringify(JSON.parse(line)))
    .sort();
  const here = (await trino.query(lake)).rows.map((row) => JSON.stringify(row)).sort();
  if (there.length === 0) throw new Error(`${what}: no rows, so nothing is compared`);
  if (there.length === here.length && hashOf(there) === hashOf(here)) return there.length;
  const [left, right] = [new Set(there), new Set(here)];
  const some = (lines) =>
    lines
      .slice(0, 5)
      .map((line) => `\n  ${line.slice(0, 600)}`)
      .join("");
  throw new Error(
    `${what}: ${there.length} rows in PostgreSQL, ${here.length} in the lake
only in PostgreSQL: ${some(there.filter((line) => !right.has(line)))}
only in the lake: ${some(here.filter((line) => !left.has(line)))}`,
  );
}

/** Throws unless a table of the lake equals its table in PostgreSQL. */
export function expectEqualTable(runtime, name) {
  const { from, columns } = TABLES[name];
  const pairs = Object.entries(columns).map(([column, both]) => both(column));
  const source = pairs.map(([expression]) => expression).join(", ");
  const lake = pairs.map(([, expression]) => expression).join(", ");
  return expectSameRows(
    runtime,
    name,
    `select to_json(array[${source}])::text from ${from}`,
    `select ${lake} from lake.shop.${name}`,
  );
}

const REVENUE_OF_SOURCE = `
select to_json(array[
  to_char(orders.created_at at time zone 'Africa/Nairobi', 'YYYY-MM-DD'), upper(customers.country::text),
  sum(orders.total)::text, count(*)::text])::text
from shop.orders as orders
inner join shop.customers as customers on customers.id = orders.customer_id
where orders.status in ('paid', 'shipped')
group by to_char(orders.created_at at time zone 'Africa/Nairobi', 'YYYY-MM-DD'), upper(customers.country::text)`;

const REVENUE_OF_LAKE = `
select cast(day as varchar), country, cast(revenue as varchar), cast(orders as varchar) from lake.marts.daily_revenue`;

/** Throws unless the mart is what its query gives on PostgreSQL. */
export const expectEqualMart = (runtime) =>
  expectSameRows(runtime, "daily_revenue", REVENUE_OF_SOURCE, REVENUE_OF_LAKE);

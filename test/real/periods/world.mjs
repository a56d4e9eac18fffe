// The shop of this lane: orders and their items, as the models of the captured tables would hold them. Every change is
// made in memory and as SQL, with the time of the change, as a tombstone where a row is deleted.
import { randomOf } from "../current-state/random.mjs";

const DAY = 86_400_000;
const CHANNELS = ["web", "shop", "phone"];

const TABLES = {
  orders: "id bigint, channel varchar, status varchar, placed_at timestamp(6) with time zone",
  items: "id bigint, order_id bigint, quantity integer, price decimal(12, 2)",
};
const OWN = "_is_deleted boolean, _changed_at timestamp(6) with time zone";

/** Midnight UTC of a day so many days ago. */
export const daysAgo = (count, now = Date.now()) => Math.floor(now / DAY) * DAY - count * DAY;

const literal = (value) =>
  value instanceof Date
    ? `timestamp '${value.toISOString().replace("T", " ").replace("Z", "000 UTC")}'`
    : typeof value === "string"
      ? `'${value}'`
      : String(value);

/** @param {(sql: string) => Promise<unknown>} query @param {number} seed */
export async function createWorld(query, seed) {
  const random = randomOf(seed);
  const world = { random, query, orders: [], items: [] };
  for (const schema of ["shop_base", "shop"]) await query(`create schema if not exists ${schema}`);
  for (const [table, columns] of Object.entries(TABLES)) {
    const names = columns.replaceAll(
      / (bigint|varchar|integer|decimal\(12, 2\)|timestamp\(6\) with time zone)/g,
      "",
    );
    await query(`create table shop_base.${table} (${columns}, ${OWN})`);
    await query(`create view shop.${table} as select ${names} from shop_base.${table} where not _is_deleted`);
  }
  return world;
}

/** New orders with their items. `changed` is when the change arrived; without it, now. */
export async function addOrders(world, orders, changed) {
  const { random } = world;
  const added = orders.map((order) => ({
    id: world.orders.length + orders.indexOf(order) + 1,
    channel: random.pick(CHANNELS),
    status: random.chance(0.8) ? "paid" : random.pick(["placed", "cancelled"]),
    isDeleted: false,
    ...order,
  }));
  world.orders.push(...added);
  const items = added.flatMap(({ id }) =>
    Array.from({ length: random.below(4) }, () => ({
      orderId: id,
      quantity: 1 + random.below(5),
      price: 1 + random.below(9999) / 100,
      isDeleted: false,
    })),
  );
  for (const item of items) world.items.push(Object.assign(item, { id: world.items.length + 1 }));
  const at = changed === undefined ? "current_timestamp" : literal(new Date(changed));
  await insert(
    world,
    "orders",
    added.map((each) => [each.id, each.channel, each.status, new Date(each.at)]),
    at,
  );
  await insert(
    world,
    "items",
    items.map((each) => [each.id, each.orderId, each.quantity, each.price.toFixed(2)]),
    at,
  );
}

async function insert({ query }, table, rows, changed) {
  for (let start = 0; start < rows.length; start += 800) {
    const values = rows
      .slice(start, start + 800)
      .map(
        (row) =>
          `(${row.map((value) => (table === "items" ? value : literal(value))).join(", ")}, false, ${changed})`,
      );
    await query(`insert into shop_base.${table} values ${values.join(", ")}`);
  }
}

/** Changes rows in memory and in the lake. */
export async function change({ query }, table, rows, set) {
  if (rows.length === 0) return;
  for (const row of rows) Object.assign(row, set.memory);
  const ids = rows.map(({ id }) => id).join(", ");
  await query(
    `update shop_base.${table} set ${set.sql}, _changed_at = current_timestamp where id in (${ids})`,
  );
}

export const paid = { memory: { status: "paid" }, sql: "status = 'paid'" };
export const cancelled = { memory: { status: "cancelled" }, sql: "status = 'cancelled'" };
export const deleted = { memory: { isDeleted: true }, sql: "_is_deleted = true" };
export const priced = (price) => ({ memory: { price }, sql: `price = ${price.toFixed(2)}` });
export const movedTo = (at) => ({ memory: { at }, sql: `placed_at = ${literal(new Date(at))}` });

/** Orders that are there and were placed in a range of instants. */
export const ordersBetween = ({ orders }, from, to) =>
  orders.filter(({ at, isDeleted }) => !isDeleted && at >= from && at < to);

export const itemsOf = ({ items }, orders) => {
  const ids = new Set(orders.map(({ id }) => id));
  return items.filter(({ orderId, isDeleted }) => !isDeleted && ids.has(orderId));
};

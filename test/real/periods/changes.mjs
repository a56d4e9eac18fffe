// What can happen to a shop, one kind of change each. All of it inside the last days, which every mart computes again.
import {
  addOrders,
  cancelled,
  change,
  daysAgo,
  deleted,
  itemsOf,
  movedTo,
  ordersBetween,
  paid,
  priced,
} from "./world.mjs";

const HOUR = 3_600_000;
/** Nairobi is three hours ahead of UTC all year. */
const NAIROBI = 3 * HOUR;

/** `newest` is the newest day with orders, counted in days before today; changes stay within five days of it. */
const recent = (world, newest) => ordersBetween(world, daysAgo(newest + 5), daysAgo(newest - 1));
const few = ({ random }, rows, count) => random.shuffled(rows).slice(0, count);

export const CHANGES = {
  "late orders": (world, newest) =>
    addOrders(
      world,
      Array.from({ length: 8 }, () => ({
        at: daysAgo(newest + world.random.below(5)) + world.random.below(24) * HOUR,
      })),
    ),
  "orders paid": (world, newest) =>
    change(
      world,
      "orders",
      few(
        world,
        recent(world, newest).filter(({ status }) => status !== "paid"),
        3,
      ),
      paid,
    ),
  "orders cancelled": (world, newest) =>
    change(world, "orders", few(world, recent(world, newest), 3), cancelled),
  "orders deleted": (world, newest) => change(world, "orders", few(world, recent(world, newest), 3), deleted),
  "prices changed": (world, newest) =>
    change(world, "items", few(world, itemsOf(world, recent(world, newest)), 5), priced(7.77)),
  "lines deleted": (world, newest) =>
    change(world, "items", few(world, itemsOf(world, recent(world, newest)), 5), deleted),
  "a day vanished": (world, newest) => {
    const start = daysAgo(newest + 1 + world.random.below(4)) - NAIROBI;
    return change(world, "orders", ordersBetween(world, start, start + 24 * HOUR), deleted);
  },
  "a channel of a day vanished": (world, newest) => {
    const start = daysAgo(newest + world.random.below(4)) - NAIROBI;
    return change(
      world,
      "orders",
      ordersBetween(world, start, start + 24 * HOUR).filter(({ channel }) => channel === "web"),
      cancelled,
    );
  },
  "orders moved to another day": (world, newest) =>
    change(
      world,
      "orders",
      few(world, recent(world, newest), 3),
      movedTo(daysAgo(newest + world.random.below(5)) + 12 * HOUR),
    ),
  "orders around midnight": (world, newest) => {
    const midnight = daysAgo(newest + 2) - NAIROBI;
    return addOrders(
      world,
      [-1, 0, 1, NAIROBI - 2 * HOUR, NAIROBI - HOUR - 1, NAIROBI - HOUR].map((offset) => ({
        at: midnight + offset,
        status: "paid",
      })),
    );
  },
};

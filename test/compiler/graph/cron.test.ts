import { Cron as Croner } from "croner";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dayOf,
  everFires,
  firesOn,
  isCron,
  longestGapSeconds,
  minutesOfDay,
  parseCron,
} from "../../../compiler/graph/cron.ts";
import { clockChanges, isZone, shiftSeconds } from "../../../compiler/graph/zone.ts";

const read = (expression: string) => {
  const cron = parseCron(expression);
  if (!isCron(cron)) throw new Error(cron.message);
  return cron;
};

/** Fields that both readers know, by the numbers that they may hold. */
const field = (first: number, last: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant("*") },
    fc.integer({ min: first, max: last }).map(String),
    fc
      .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last }))
      .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.integer({ min: 1, max: last }).map((step) => `*/${step}`),
    fc
      .uniqueArray(fc.integer({ min: first, max: last }), { minLength: 1, maxLength: 3 })
      .map((values) => values.join(",")),
  );
const expressions = fc
  .tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 6))
  .map((fields) => fields.join(" "));

describe("cron", () => {
  test("fires when another implementation says so", () => {
    fc.assert(
      fc.property(expressions, fc.integer({ min: 0, max: 700 }), (expression, start) => {
        const cron = read(expression);
        const from = dayOf(start);
        const theirs = new Croner(expression, { timezone: "UTC", paused: true }).nextRuns(
          5,
          new Date(from.getTime() - 1000),
        );
        const ours: Date[] = [];
        for (let day = start; ours.length < 5 && day < start + 5000; day++)
          if (firesOn(cron, dayOf(day)))
            for (const minute of minutesOfDay(cron))
              ours.push(new Date(dayOf(day).getTime() + minute * 60_000));
        expect(ours.slice(0, 5).map(String)).toEqual(theirs.map(String));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["0 * * * *", 3600],
    ["*/15 * * * *", 900],
    ["0 6 * * *", 86_400],
    ["0 6 * * 1-5", 3 * 86_400],
    ["0 9-17 * * *", 16 * 3600],
    ["0 6 1 * *", 31 * 86_400],
    ["0 6 29 2 *", 1461 * 86_400],
  ])("the longest gap of %s", (expression, gap) => {
    expect(longestGapSeconds([read(expression)])).toBe(gap);
  });

  test("the longest gap between several", () => {
    expect(longestGapSeconds([read("0 6 * * *"), read("0 18 * * *")])).toBe(43_200);
  });

  test("30 February never comes, 29 February does", () => {
    expect(everFires(read("0 0 30 2 *"))).toBe(false);
    expect(everFires(read("0 0 29 2 *"))).toBe(true);
  });
});

describe("zones", () => {
  test("changes of the clock, by the minute", () => {
    const told = (zone: string) =>
      clockChanges(zone).map(
        (change) => `${change.day.toISOString().slice(0, 10)} ${change.minute} ${change.by}`,
      );
    expect(told("Europe/Berlin")).toEqual([
      "2026-03-29 120 60",
      "2026-10-25 180 -60",
      "2027-03-28 120 60",
      "2027-10-31 180 -60",
    ]);
    expect(told("America/New_York").slice(0, 2)).toEqual(["2026-03-08 120 60", "2026-11-01 120 -60"]);
    expect(told("Australia/Lord_Howe")[0]).toBe("2026-04-05 120 -30");
    expect(told("Africa/Nairobi")).toEqual([]);
    expect(shiftSeconds("Europe/Berlin")).toBe(3600);
  });

  test("names as the IANA list writes them", () => {
    for (const zone of [
      "UTC",
      "Africa/Nairobi",
      "Asia/Kolkata",
      "America/Argentina/Buenos_Aires",
      "Etc/GMT+3",
    ])
      expect(isZone(zone), zone).toBe(true);
    for (const zone of ["africa/nairobi", "Africa/nairobi", "+03:00", "", "Mars/Base"])
      expect(isZone(zone), zone).toBe(false);
  });
});

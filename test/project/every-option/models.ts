import { external, mart, pg, postgres, run, secret, seed, sql, step, t, table, test } from "odp";

/** The registry. */
export const registry = postgres("registry", {
  description: "Where members are registered.",
  owner: "registry@example.com",
  tags: ["members"],
  connection: secret("registry_pg"),
  connect: { sink: { "consumer.override.max.poll.records": 200 } },
  movedFrom: "members_db",
  protect: true,
  epoch: 2,
  commitEvery: "30s",
  retention: "9d",
  longestOutage: "4d",
  maxSlotWalMegabytes: 20_000,
  partitions: 2,
  tables: {
    members: table(
      {
        id: pg.bigint().primaryKey(),
        joined: pg.date(),
        city: pg.text().pii("city"),
        points: pg.integer(),
        rate: pg.doublePrecision(),
        active: pg.boolean(),
      },
      {
        movedFrom: "people",
        description: "Everybody who joined.",
        owner: "people@example.com",
        tags: ["people"],
      },
    ),
  },
  allowLoss: ["infinity", "nan", "far-year"],
});

/** Clubs. */
export const clubs = seed("clubs", {
  description: "Where members meet.",
  owner: "clubs@example.com",
  tags: ["clubs"],
  columns: { city: t.varchar(), club: t.varchar() },
  grain: ["city"],
  file: "clubs.csv",
  movedFrom: "club_list",
  protect: true,
  tests: [test.rowCount({ min: 1, max: 50 }, { severity: "warn", description: "A seed stays small." })],
});

/** Visits, from the doors' own system. */
export const visits = external("visits", {
  description: "Who came in.",
  owner: "doors@example.com",
  tags: ["doors"],
  catalog: "doors",
  schema: "log",
  table: "entries",
  columns: { member_id: t.bigint(), at: t.timestamptz() },
  grain: ["member_id", "at"],
  landedBy: "the doors",
  freshWithin: "1h",
  landedAt: "at",
});

/** Members by city. */
export const cities = mart("cities", {
  description: "How many members each city has.",
  columns: {
    city: t.varchar().pii("city"),
    day: t.date(),
    members: t.bigint(),
    points: t.bigint(),
    rate: t.double(),
    active: t.boolean(),
  },
  grain: ["city", "day", "active"],
  sql: sql`
    select
        m.city,
        m.joined as day,
        count(*) as members,
        sum(m.points) as points,
        avg(m.rate) as rate,
        m.active
    from ${registry.members} as m
    inner join ${clubs} as c
        on m.city = c.city
    inner join ${visits} as v
        on m.id = v.member_id
    group by m.city, m.joined, m.active`,
  contract: false,
  takes: "3m",
  partitionBy: ["month(day)"],
});

/** Tells the clubs. */
export const tellClubs = step("tell_clubs", {
  description: "Tells the clubs that there are new numbers.",
  owner: "clubs@example.com",
  tags: ["clubs"],
  run: run.http({
    connection: secret("clubs_api"),
    method: "POST",
    path: "/numbers",
    body: '{"ready": true}',
    headers: { "Content-Type": "application/json" },
  }),
  reads: [cities],
  airflow: { priority_weight: 5 },
});

/** Sweeps the scratch folder. */
export const sweep = step("sweep", {
  run: run.shell("rm -rf /var/tmp/clubs", { env: { CLUBS: "all" } }),
  reads: [cities],
});

/** Counts in a container. */
export const countHeads = step("count_heads", {
  run: run.container({ image: "registry.example.com/heads:1", command: ["count"], env: { MODE: "fast" } }),
  reads: [cities],
});

/** Notes that the numbers are there. */
export const note = step("note", {
  run: run.trino(sql`insert into house.notes.done select count(*) from ${cities}`),
  reads: [cities],
});

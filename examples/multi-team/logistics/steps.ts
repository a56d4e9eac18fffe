import { run, secret, sql, step } from "odp";
import { packing } from "./floor.ts";

export const tellCarriers = step("tell_carriers", {
  description: "Tells the carriers' portal that a day is packed.",
  owner: "carriers@example.com",
  tags: ["carriers"],
  run: run.http({
    connection: secret("carrier_portal"),
    method: "POST",
    path: "/days/ready",
    body: '{"ready": true}',
    headers: { "Content-Type": "application/json" },
  }),
  reads: [packing],
  airflow: { priority_weight: 5 },
});

/** Removes labels that were printed. */
export const sweepLabels = step("sweep_labels", {
  run: run.shell("find /var/tmp/labels -mtime +7 -delete", { env: { HALL: "north" } }),
  reads: [packing],
});

/** Plans the routes of tomorrow. */
export const planRoutes = step("plan_routes", {
  run: run.container({ image: "registry.example.com/routes:4", command: ["plan"], env: { SOLVER: "fast" } }),
  reads: [packing],
});

/** Notes how much was packed, for the auditors. */
export const noteLoad = step("note_load", {
  run: run.trino(sql`insert into house.audit.loads select count(*) from ${packing}`),
  reads: [packing],
});

import { sql, staging, t } from "odp";
import { wms } from "./sources.ts";

/** Shipments, with the day in Berlin. */
export const stgShipments = staging("stg_shipments", {
  columns: { shipment_id: t.bigint(), order_id: t.bigint(), carrier: t.varchar(), weight: t.decimal(10, 3), day: t.date() },
  grain: ["shipment_id"],
  sql: sql`
    select
        id as shipment_id,
        order_id,
        carrier,
        weight,
        cast(shipped_at at time zone 'Europe/Berlin' as date) as day
    from ${wms.shipments}`,
});

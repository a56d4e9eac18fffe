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
  allow: { "exposed-intermediate": "clerks look up single shipments, as new as can be" },
});

/** Tariffs, for those who will plan routes. */
export const stgTariffs = staging("stg_tariffs", {
  columns: { carrier: t.varchar(), price: t.decimal(10, 4) },
  grain: ["carrier"],
  sql: sql`
    select
        carrier,
        price_per_kilogram as price
    from ${wms.tariffs}`,
});

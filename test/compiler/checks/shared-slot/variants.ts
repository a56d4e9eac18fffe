import { pg, postgres, secret } from "odp";
import type { Raw } from "../../../../dsl/values.ts";

const named = (name: string, source?: Raw, epoch = 1) =>
  postgres(name, {
    connection: secret("db"),
    epoch,
    ...(source === undefined ? {} : { connect: { source } }),
    tables: { orders: { id: pg.bigint().primaryKey() } },
  });

export const variants = {
  "the slot that another source gets": () => [named("crm", { "slot.name": "odp_demo_shop" }), named("shop")],
  "with a reason": () => {
    const raw = { "slot.name": { value: "cdc", reason: "made by hand" } };
    return [named("crm", raw), named("shop", raw)];
  },
  "with and without a reason": () => [
    named("crm", { "slot.name": "cdc" }),
    named("shop", { "slot.name": { value: "cdc", reason: "made by hand" } }),
  ],
  "the slot of another epoch": () => [
    named("crm", { "slot.name": "odp_demo_shop_e2" }),
    named("shop", undefined, 2),
  ],
  "the name of a later epoch": () => [named("shop", undefined, 2), named("shop_e2")],
  "three of a loop": () => ["a", "b", "c"].map((name) => named(name, { "slot.name": "cdc" })),
};

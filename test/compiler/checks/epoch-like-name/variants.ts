import { pg, postgres, secret } from "odp";

const named = (name: string) =>
  postgres(name, { connection: secret("db"), tables: { orders: { id: pg.bigint().primaryKey() } } });

export const variants = {
  "beside the source itself": () => [named("shop"), named("shop_e2")],
  "several digits": () => [named("shop_e10")],
  "epoch one": () => [named("shop_e1")],
  twice: () => [named("shop_e2_e3")],
  "of a loop": () => ["shop", "crm"].map((name) => named(`${name}_e2`)),
};

// A snapshot that is interrupted: Connect is killed when it has sent some tables and waits for another, and rows that it
// has shown are deleted before it is taken again.
import { expectSame } from "../lib/context.mjs";
import { waitUntil } from "../lib/service.mjs";
import { putConnectors } from "./provision.mjs";

const HOLD = "select pg_sleep(3600)";
const SLOT = "odp_shop_shop";
const DELETED = 7;

/** Locks the table that the snapshot comes to last; gives what lets it go. */
async function holdParcels({ postgres }) {
  // Before the lock: a slot is ready only when every transaction that was open has ended.
  await postgres.query("shop", `select pg_create_logical_replication_slot('${SLOT}', 'pgoutput')`);
  const held = postgres.query("shop", `begin; lock table shop.parcels in access exclusive mode; ${HOLD};`);
  // It ends when it is let go: that is no failure.
  held.catch(() => {});
  const locked =
    "select count(*) from pg_locks where relation = 'shop.parcels'::regclass and mode = 'AccessExclusiveLock' and granted";
  await waitUntil("the table is locked", 60, async () => (await postgres.query("shop", locked)) === "1");
  return async () => {
    await postgres.query(
      "shop",
      `select pg_terminate_backend(pid, 30000) from pg_stat_activity where query like '%${HOLD}%' and pid <> pg_backend_pid()`,
    );
    await held.catch(() => {});
  };
}

/** Gives the keys that only the first snapshot shows. */
export async function interruptSnapshot(runtime, project) {
  const { connect, postgres, trino } = runtime.parts;
  const letGo = await holdParcels(runtime.parts);
  try {
    await putConnectors(runtime, project);
    await waitUntil("rows of the first snapshot are in the lake", 300, async () => {
      const { rows } = await trino.query("select count(*) from lake.shop_bronze.billing_payments");
      return rows[0][0] >= DELETED;
    });
    const shown = await trino.query("select id from lake.shop_bronze.billing_payments order by id limit 7");
    const ids = shown.rows.map(([id]) => id);
    connect.kill();
    await postgres.query("shop", `delete from billing.payments where id in (${ids.join(", ")})`);
    return ids;
  } finally {
    await letGo();
    await connect.restart();
  }
}

/** Throws unless the lake's changelog holds two snapshots, and the current table none of these keys. */
export async function expectNoGhosts({ parts: { trino } }, ids) {
  const tries = await trino.query(
    "select count(distinct _cdc_source_lsn) from lake.shop_bronze.billing_payments where _cdc_source_snapshot is not null",
  );
  expectSame("snapshots in the changelog", tries.rows, [[2]]);
  const list = ids.join(", ");
  const sent = await trino.query(
    `select count(distinct id) from lake.shop_bronze.billing_payments where id in (${list})`,
  );
  expectSame("keys in the changelog", sent.rows, [[ids.length]]);
  const left = await trino.query(`select count(*) from lake.shop.billing_payments where id in (${list})`);
  expectSame("keys in the current table", left.rows, [[0]]);
}

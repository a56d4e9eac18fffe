// A snapshot that is interrupted: Connect is killed when it has sent some tables, and rows that it has shown are deleted
// before it is taken again.
import { expectSame } from "../lib/context.mjs";
import { waitUntil } from "../lib/service.mjs";
import { putConnectors } from "./provision.mjs";

// The table that the snapshot comes to last is read without end.
const ENDLESS = {
  "snapshot.select.statement.overrides": "shop.parcels",
  "snapshot.select.statement.overrides.shop.parcels":
    "select parcels.* from shop.parcels as parcels cross join (select pg_sleep(3600)) as endless",
};
const DELETED = 7;

/** Gives the keys that only the interrupted snapshot shows. */
export async function interruptSnapshot(runtime, project) {
  const { connect, postgres, trino } = runtime.parts;
  await putConnectors(runtime, project, ENDLESS);
  await waitUntil("rows of the snapshot are in the lake", 600, async () => {
    const { rows } = await trino.query("select count(*) from lake.shop_bronze.billing_payments");
    return rows[0][0] >= DELETED;
  });
  const shown = await trino.query(
    `select id from lake.shop_bronze.billing_payments order by id limit ${DELETED}`,
  );
  const ids = shown.rows.map(([id]) => id);
  connect.kill();
  await postgres.query(
    "shop",
    `select pg_terminate_backend(pid) from pg_stat_activity where query like '%as endless%' and pid <> pg_backend_pid();
     delete from billing.payments where id in (${ids.join(", ")});`,
  );
  await connect.restart();
  await putConnectors(runtime, project);
  return ids;
}

/** Throws unless the lake's changelog holds two snapshots, and the current table none of these keys. */
export async function expectNoGhosts({ parts: { trino } }, ids) {
  const tries = await trino.query(
    "select count(distinct _cdc_source_lsn) from lake.shop_bronze.billing_payments where _cdc_source_snapshot is not null",
  );
  expectSame("several snapshots in the changelog", tries.rows[0][0] > 1, true);
  const list = ids.join(", ");
  const sent = await trino.query(
    `select count(distinct id) from lake.shop_bronze.billing_payments where id in (${list})`,
  );
  expectSame("keys in the changelog", sent.rows, [[ids.length]]);
  const left = await trino.query(`select count(*) from lake.shop.billing_payments where id in (${list})`);
  expectSame("keys in the current table", left.rows, [[0]]);
}

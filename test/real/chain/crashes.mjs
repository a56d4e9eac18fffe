// Each component is killed under load, comes back, and nothing is lost.
import { waitUntil } from "../lib/service.mjs";
import { startLoad } from "./load.mjs";
import { checkEquality, must } from "./steps.mjs";

const KILLS = ["connect", "kafka", "postgres"];

async function crash(context, opened, name) {
  const { parts } = context;
  const load = startLoad(context);
  await must(context, `kill -9 of ${name}: it comes back under load`, async () => {
    await waitUntil("changes are committed", 120, () => load.committed() >= 5);
    parts[name].kill();
    // PostgreSQL does not start until the last process of the killed server is gone.
    await waitUntil(`${name} starts again`, 300, async () => {
      await parts[name].restart();
      return true;
    });
    const before = load.committed();
    await waitUntil("changes are committed again", 120, () => load.committed() >= before + 5);
  });
  await load.stop();
  await must(context, `kill -9 of ${name}: connect_health sees the connectors run again`, () =>
    waitUntil("both connectors run", 300, async () => {
      // It fails when it had to restart something, and is asked again, as its DAG does.
      await opened.health("check_shop_source");
      await opened.health("check_shop_sink");
      return true;
    }),
  );
  await must(context, `kill -9 of ${name}: the barrier opens`, opened.arrived);
}

/** Changes that the connector sent more than once. */
async function replays({ parts: { trino } }) {
  const { rows } = await trino.query(`
    select count(*) - count(distinct row(id, _cdc_source_lsn, _cdc_source_txid, _cdc_op))
    from lake.shop_bronze.orders where _cdc_source_snapshot is null`);
  return rows[0][0];
}

export async function checkCrashes(context, opened) {
  for (const name of KILLS) await crash(context, opened, name);
  await must(context, "after the kills: dbt builds source__shop, and no incident is seen", () =>
    opened.build("source__shop"),
  );
  await checkEquality(context, "after the kills");
  await context.check("the kills made the connector send changes again", async () => {
    if ((await replays(context)) === 0) throw new Error("no change came twice, so nothing was proven");
  });
  await context.check("after the kills: the emitted comparison finds no gap and no difference", () =>
    opened.dbt(["test", "--select", "tag:reconcile"]),
  );
  await context.check("progress_shop finds nothing wrong", () => opened.health("progress_shop"));
}

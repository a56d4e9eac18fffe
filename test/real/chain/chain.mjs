// The whole emitted project of the example `shop`, from a commit in PostgreSQL to a mart, through crashes and a new epoch.
import { waitUntil } from "../lib/service.mjs";
import { checkCrashes } from "./crashes.mjs";
import { expectEqualMart } from "./equality.mjs";
import { expectChanges, expectHistory, plant } from "./faces.mjs";
import { startLoad } from "./load.mjs";
import { checkNextEpoch } from "./next-epoch.mjs";
import { openProject } from "./project.mjs";
import { expectNoGhosts, interruptSnapshot } from "./snapshot.mjs";
import { bringUpToDate, checkEquality, must, provision } from "./steps.mjs";
import { openWorld } from "./world.mjs";

export const chain = {
  name: "chain",
  summary:
    "the emitted project of shop on a bucket, from a commit to a mart, through crashes and a new epoch",
  needs: ["airflow-environment", "dbt-environment"],
  async run(context) {
    const world = await openWorld(context);
    const opened = [];
    const open = (project, label) => {
      opened.push(openProject(world, project, label));
      return opened.at(-1);
    };
    try {
      const first = open(world.project, "epoch-1");
      await checkFirstEpoch(world, first);
      await checkCrashes(world, first);
      await checkNextEpoch(world, first, open);
    } finally {
      for (const { tasks } of opened) tasks.stop();
      await world.stop();
    }
  },
};

async function checkFirstEpoch(context, opened) {
  await provision(context, opened, "epoch 1");
  const ids = await must(context, "Connect is killed in the middle of the snapshot, and takes it again", () =>
    interruptSnapshot(context, opened.project),
  );
  // It opens only once the connector streams: what is changed before then would be in the snapshot.
  await must(context, "epoch 1: the snapshot is complete", opened.arrived);
  await must(context, "rows of every table and type are changed while they are captured", async () => {
    const load = startLoad(context);
    await plant(context);
    await waitUntil("changes are committed", 120, () => load.committed() >= 10);
    await load.stop();
  });
  await bringUpToDate(context, opened, "epoch 1");
  await checkEquality(context, "epoch 1");
  await context.check("rows that only the interrupted snapshot shows are gone", () =>
    expectNoGhosts(context, ids),
  );
  await context.check("history has the versions of planted orders", () => expectHistory(context));
  await context.check("changes has the changes of planted payments", () => expectChanges(context));
  await must(context, "dbt builds the models of the pipeline", () => opened.build("shop_analytics__1"));
  await context.check("the mart daily_revenue is its query on PostgreSQL", () => expectEqualMart(context));
}

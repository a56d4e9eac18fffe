// The action that delivers reports, deployed by odp's own deployer and run as OpenWhisk runs it.
import { expectSame } from "../lib/context.mjs";
import { actionChecks } from "./actions.mjs";
import { deliveryChecks } from "./deliveries.mjs";
import { failureChecks, secretChecks } from "./failures.mjs";
import { largeChecks } from "./large.mjs";
import { onceChecks } from "./once.mjs";
import { recordedChecks } from "./recorded.mjs";
import { openWorld } from "./world.mjs";

export const openwhisk = {
  name: "openwhisk",
  summary:
    "reports arrive whole and once through the runtime's protocol; failures have names and give nothing away",
  needs: ["spreadsheets", "trino", "gcs"],
  async run({ check, parts }) {
    const world = await openWorld(parts);
    if (world.hasContainers)
      process.stdout.write(
        "!!! NOT RUN: the same checks against a real controller; give its address and key in ODP_OPENWHISK and ODP_OPENWHISK_KEY\n",
      );
    else
      process.stdout.write(
        "!!! NOT RUN: what measures or kills containers, which a real controller keeps to itself\n",
      );
    try {
      await check("the project is deployed, and then nothing is left to do", async () => {
        const first = await world.deploy();
        expectSame(
          "first",
          [first.missing, first.changes.map(({ kind }) => kind)],
          [[], ["create", "create"]],
        );
        const second = await world.deploy();
        expectSame(
          "second",
          second.changes.map(({ kind, isEdited }) => [kind, isEdited]),
          [
            ["keep", false],
            ["keep", false],
          ],
        );
      });
      await recordedChecks(check, world);
      await actionChecks(check, world);
      await deliveryChecks(check, world, parts.spreadsheets.python);
      await largeChecks(check, world);
      await failureChecks(check, world);
      await onceChecks(check, world);
      await secretChecks(check, world);
    } finally {
      await world.stop();
    }
  },
};

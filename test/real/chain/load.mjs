// Changes without a pause, one transaction after the other, for as long as a test wants.
import { setTimeout as sleep } from "node:timers/promises";

const TRANSACTIONS = "select harness.tick();\n".repeat(8);

/** Begins to change rows; `stop` gives how many batches of transactions were committed since. */
export function startLoad({ parts: { postgres } }) {
  let isWanted = true;
  let committed = 0;
  const done = (async () => {
    while (isWanted) {
      try {
        await postgres.query("shop", TRANSACTIONS);
        committed += 1;
      } catch {
        // The database is being killed: that is the test.
      }
      await sleep(50);
    }
  })();
  return {
    committed: () => committed,
    async stop() {
      isWanted = false;
      await done;
      return committed;
    },
  };
}

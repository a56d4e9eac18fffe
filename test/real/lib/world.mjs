// A session beside that of the runner, for lanes that need services of their own: one Trino holds one lake.
import { openRuntime } from "./runtime.mjs";

/**
 * @param {string} out folder of the projects that the services know, in place of `dags-out`
 * @param {Parameters<typeof openRuntime>[0]} registry
 */
export async function openSession(out, registry) {
  const before = process.env.ODP_REAL_OUT;
  process.env.ODP_REAL_OUT = out;
  const session = await openRuntime(registry);
  return {
    ...session,
    async stop(how) {
      await session.stop(how);
      if (before === undefined) delete process.env.ODP_REAL_OUT;
      else process.env.ODP_REAL_OUT = before;
    },
  };
}

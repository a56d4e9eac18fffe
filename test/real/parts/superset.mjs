// Superset 6.1.0 in one process on SQLite. Its metadata database is made once for each lock: that takes longer than
// everything else.
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { installed, recipe } from "../lib/cache.mjs";
import { mustRun } from "../lib/command.mjs";
import { readText } from "../lib/projects.mjs";
import { startService, waitUntil } from "../lib/service.mjs";

const CONFIG = new URL("../superset/superset_config.py", import.meta.url).pathname;
const USER = "admin";
const PASSWORD = "admin";

const settings = (home) => ({
  SUPERSET_HOME: home,
  SUPERSET_CONFIG_PATH: CONFIG,
  FLASK_APP: "superset",
  PYTHONDONTWRITEBYTECODE: "1",
  NO_PROXY: "127.0.0.1,localhost",
  no_proxy: "127.0.0.1,localhost",
});

/** A folder with a metadata database that knows one administrator. */
function initialised(bin) {
  return installed("superset-home", [recipe("superset.lock.txt"), readText(CONFIG)], async (home) => {
    const superset = (...args) => mustRun(join(bin, "superset"), args, { env: settings(home), cwd: home });
    await superset("db", "upgrade");
    const name = ["--firstname", "test", "--lastname", "admin", "--email", "admin@example.com"];
    await superset("fab", "create-admin", "--username", USER, ...name, "--password", PASSWORD);
    await superset("init");
  });
}

export const superset = {
  name: "superset",
  needs: ["superset-environment"],
  async start({ folder, ports, parts }) {
    const { bin } = parts["superset-environment"];
    const home = join(folder, "superset");
    mkdirSync(home, { recursive: true });
    cpSync(join(await initialised(bin), "superset.db"), join(home, "superset.db"));
    const url = `http://127.0.0.1:${ports.superset}`;
    // One process, since the state of filters is in its memory.
    const how = ["-w", "1", "-k", "gthread", "--threads", "8", "--timeout", "120"];
    const service = startService(folder, {
      name: "superset",
      program: join(bin, "gunicorn"),
      args: [...how, "-b", `127.0.0.1:${ports.superset}`, "superset.app:create_app()"],
      env: settings(home),
      cwd: home,
    });
    const healthy = async () => (await fetch(`${url}/health`)).ok;
    await waitUntil("Superset answers", 120, healthy, service);
    return { url, user: USER, password: PASSWORD, logTail: service.logTail, stop: () => service.stop() };
  },
};

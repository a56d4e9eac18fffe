// Statements and files through psql: what an administrator would use.
import { mustRun } from "../lib/command.mjs";

/** @param {{ host: string, port: number, user: string, password: string }} server */
export function psqlClient({ host, port, user, password }) {
  const psql = (database, args, input) =>
    mustRun(
      "psql",
      [
        "-X",
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "-h",
        host,
        "-p",
        String(port),
        "-U",
        user,
        "-d",
        database,
        ...args,
      ],
      { env: { PGPASSWORD: password }, ...(input === undefined ? {} : { input }) },
    );
  /** Rows of unaligned text, one line each, columns divided by `|`. */
  const query = async (database, sql) => (await psql(database, ["-At"], sql)).trimEnd();
  return {
    query,
    /** Runs a file; stops at the first error. `variables` are psql's own (`-v name=value`). */
    runFile: (database, file, variables = {}) =>
      psql(database, [
        ...Object.entries(variables).flatMap(([name, value]) => ["-v", `${name}=${value}`]),
        "-f",
        file,
      ]),
    /** Rows of a file of queries, one text each, columns divided by `|`. */
    fileRows: async (database, file) =>
      (await psql(database, ["-At", "-f", file])).split("\n").filter((row) => row !== ""),
    async createDatabase(name) {
      const found = await query("postgres", `select 1 from pg_database where datname = '${name}'`);
      if (found === "") await query("postgres", `create database "${name}"`);
    },
    async dropDatabase(name) {
      await query("postgres", `drop database if exists "${name}" with (force)`);
    },
  };
}

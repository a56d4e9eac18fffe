// Trino over its HTTP protocol: send a statement, follow `nextUri` until there is none.

/** A statement that Trino refused. `name` is Trino's own error name, `line` and `column` the place in the text. */
export class TrinoError extends Error {
  constructor(failure, sql) {
    super(`${failure.errorName}: ${failure.message}\n${sql.length > 600 ? `${sql.slice(0, 600)} ...` : sql}`);
    this.errorName = failure.errorName;
    this.location = failure.errorLocation;
  }
}

const BUSY = new Set([502, 503, 504]);

/** @param {string} url of the coordinator */
export function trinoClient(url) {
  const headersFor = ({ catalog, schema, session, prepared }) => ({
    "X-Trino-User": "odp",
    "X-Trino-Source": "odp-test",
    // Without it the type of a column comes back without its datetime precision.
    "X-Trino-Client-Capabilities": "PARAMETRIC_DATETIME",
    ...(catalog === undefined ? {} : { "X-Trino-Catalog": catalog }),
    ...(schema === undefined ? {} : { "X-Trino-Schema": schema }),
    ...(session === undefined ? {} : { "X-Trino-Session": session }),
    ...(prepared === undefined ? {} : { "X-Trino-Prepared-Statement": `q=${encodeURIComponent(prepared)}` }),
  });

  async function answerOf(address, request, sql) {
    for (;;) {
      const response = await fetch(address, request);
      if (BUSY.has(response.status)) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        continue;
      }
      if (!response.ok) {
        // A statement in a header that does not parse is answered by 400.
        const message = (await response.text()).slice(0, 1000);
        throw new TrinoError({ errorName: `HTTP_${response.status}`, message }, sql);
      }
      const answer = await response.json();
      if (answer.error !== undefined) throw new TrinoError(answer.error, sql);
      return answer;
    }
  }

  async function once(sql, options) {
    const headers = headersFor(options);
    const rows = [];
    let columns = [];
    let answer = await answerOf(`${url}/v1/statement`, { method: "POST", headers, body: sql }, sql);
    for (;;) {
      columns = answer.columns ?? columns;
      rows.push(...(answer.data ?? []));
      if (answer.nextUri === undefined) break;
      answer = await answerOf(answer.nextUri, { headers: { "X-Trino-User": "odp" } }, sql);
    }
    return {
      columns: columns.map(({ name, type }) => ({ name, type })),
      rows,
      updateCount: answer.updateCount,
    };
  }

  /**
   * Runs one statement.
   * @param {string} sql
   * @param {{ catalog?: string, schema?: string, session?: string, prepared?: string }} [options]
   * @returns {Promise<{ columns: readonly { name: string, type: string }[], rows: readonly unknown[][], updateCount?: number }>}
   */
  async function query(sql, options = {}) {
    try {
      return await once(sql, options);
    } catch (error) {
      // After a restart of PostgreSQL the first statement meets a dead connection of the catalog.
      if (
        !/Failed to execute exists query|Cannot check and eventually update SQL schema|connection (has been closed|attempt failed)/.test(
          error.message,
        )
      )
        throw error;
      return once(sql, options);
    }
  }

  return {
    url,
    query,
    /** Output columns of a query that is analysed and not run. */
    describeOutput: async (prepared, options = {}) => {
      const { rows } = await query("describe output q", { ...options, prepared });
      return rows.map(([name, , , , type]) => ({ name, type }));
    },
    /** Throws a TrinoError when Trino's analyser refuses the statement. */
    validate: (sql, options = {}) => query(`explain (type validate) ${sql}`, options),
    /** Makes a catalog, in place of one of that name. `properties` hold values, no references. */
    async replaceCatalog(name, connector, properties) {
      const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
      const pairs = Object.entries(properties).map(([key, value]) => `"${key}" = ${quoted(value)}`);
      await query(`drop catalog if exists "${name}"`);
      await query(
        `create catalog "${name}" using ${connector}${pairs.length ? ` with (${pairs.join(", ")})` : ""}`,
      );
    },
  };
}

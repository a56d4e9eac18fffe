// Renders a dbt model without dbt: the same Jinja, by nunjucks. `run_query` is answered between two renderings, since
// a template cannot wait: each unknown query ends the rendering, is asked, and the rendering begins again.
import nunjucks from "nunjucks";

const keywords = (args) => args.at(-1) ?? {};

/** Filters of Jinja that nunjucks lacks. */
const FILTERS = {
  map: (items, ...args) => items.map((item) => item[keywords(args).attribute]),
  selectattr: (items, name, _equalto, value) => items.filter((item) => item[name] === value),
  unique: (items) => [...new Set(items)],
  list: (items) => [...items],
  min: (items) => Math.min(...items),
  max: (items) => Math.max(...items),
};

/**
 * @param {string} template macros and the model
 * @param {{ isIncremental: boolean, self: string, source: (schema: string, table: string) => string,
 *   ref: (model: string) => string, query: (sql: string) => Promise<readonly unknown[][]> }} context
 * @returns {Promise<string>} SQL
 */
export async function renderModel(template, { isIncremental, self, source, ref, query }) {
  const answers = new Map();
  for (;;) {
    let missing;
    const environment = new nunjucks.Environment(null, { autoescape: false, throwOnUndefined: true });
    for (const [name, filter] of Object.entries(FILTERS)) environment.addFilter(name, filter);
    const globals = {
      config: () => "",
      is_incremental: () => isIncremental,
      execute: true,
      this: self,
      source,
      ref,
      fromjson: JSON.parse,
      tojson: (value) => JSON.stringify(value),
      run_query: (text) => {
        // What a macro gives is no plain string.
        const sql = String(text);
        const rows = answers.get(sql);
        if (rows === undefined) {
          missing = sql;
          throw new Error("to be asked");
        }
        const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => ({
          values: () => rows.map((row) => row[index]),
        }));
        return { columns };
      },
    };
    for (const [name, value] of Object.entries(globals)) environment.addGlobal(name, value);
    try {
      return environment.renderString(template, {});
    } catch (error) {
      if (missing === undefined) throw error;
      answers.set(missing, await query(missing));
    }
  }
}

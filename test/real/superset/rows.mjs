// Tables for dashboards to read, in memory: the columns are those that dbt promises for the models, not those that the
// bundle says, and the rows are such that every chart has something to show.
import { parse } from "yaml";
import { filesOf, readText } from "../lib/projects.mjs";

const ROWS = 360;
const DAYS = 45;

const WORDS = {
  country: ["KE", "UG", "TZ", "RW"],
  status: ["placed", "paid", "shipped", "cancelled"],
  carrier: ["DHL", "Posta", "G4S"],
  hall: ["north", "south"],
  category: ["tea", "coffee", "honey", "flowers", "nuts"],
};
const ANY = ["north", "east", "south", "west"];

const text = (name) => {
  const words = WORDS[name] ?? ANY;
  return `element_at(array[${words.map((word) => `'${word}'`).join(", ")}], cast(1 + i % ${words.length} as integer))`;
};
const wave = "(120 + 60 * sin(i / 21e0) + 17 * (i % 5))";

// By the type's first word; the first that fits decides.
const VALUES = [
  [/^date/, () => `date_add('day', -(i / ${Math.ceil(ROWS / DAYS)}), current_date)`],
  [/^timestamp/, () => `date_add('hour', -3 * i, current_timestamp)`],
  [/^(decimal|double|real)/, () => wave],
  [/^(bigint|integer|smallint|tinyint)/, (name) => (/_id$/.test(name) ? "i" : `round(${wave} / 10)`)],
  [/^uuid/, () => "uuid()"],
  [/^boolean/, () => "i % 3 = 0"],
  [/^varchar/, text],
];

function columnValue({ name, data_type: type }) {
  const found = VALUES.find(([pattern]) => pattern.test(type));
  return found === undefined ? "null" : `cast(${found[1](name)} as ${type})`;
}

/** Columns of every model of a project by its name, as dbt has them. */
function modelColumns(project) {
  const models = filesOf(project, "dbt/models", ".yml").flatMap((file) => parse(readText(file)).models ?? []);
  return new Map(models.map(({ name, columns = [] }) => [name, columns]));
}

/** Makes the tables of the datasets in catalogs that live in memory, under the names that the bundle says. */
export async function fillTables(trino, project, datasets) {
  const columnsOf = modelColumns(project);
  for (const catalog of new Set(datasets.map((dataset) => dataset.catalog)))
    await trino.replaceCatalog(catalog, "memory", {});
  for (const { catalog, schema, table_name: table } of datasets) {
    const columns = columnsOf.get(table);
    if (columns === undefined) throw new Error(`dbt knows no model ${table}`);
    const values = columns.map((column) => `${columnValue(column)} as "${column.name}"`);
    const name = `${catalog}."${schema}"."${table}"`;
    await trino.query(`create schema if not exists ${catalog}."${schema}"`);
    // A catalog that is made again with the same settings is the same one to Trino.
    await trino.query(`drop table if exists ${name}`);
    await trino.query(
      `create table ${name} as select ${values.join(", ")} from unnest(sequence(0, ${ROWS - 1})) as rows(i)`,
    );
  }
}

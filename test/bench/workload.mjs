// One seeded list of models, which the writers turn into projects of odp and of its peers: the same graph, the same
// columns, the same SQL for all of them.

/** A small generator of random numbers (mulberry32): the same seed gives the same project everywhere. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const KINDS = [
  { name: "amount", model: "t.decimal(18, 2)", source: "pg.numeric(18, 2)", sql: "numeric" },
  { name: "label", model: "t.varchar()", source: "pg.text()", sql: "varchar" },
  { name: "count", model: "t.bigint()", source: "pg.bigint()", sql: "bigint" },
  { name: "day", model: "t.date()", source: "pg.date()", sql: "date" },
  { name: "flag", model: "t.boolean()", source: "pg.boolean()", sql: "boolean" },
];

/**
 * `count` models in one of four shapes: `mixed` (20 % staging over count/5 tables, 50 % intermediate with two or three
 * inputs, 30 % marts), `chain`, `ladder` (60 layers, each model reads two of the layer before), `star` (all read one).
 */
export function workload(count, shape = "mixed", seed = 1) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const tables = Array.from({ length: Math.max(1, Math.ceil(count / 5)) }, (_, index) => ({
    name: `table_${index}`,
    columns: columns(below, 8 + below(12)),
  }));
  const models = [];
  for (let index = 0; index < count; index++) {
    const inputs = inputsOf(shape, index, count, tables, models, below);
    const layer = inputs.some((input) => input.table)
      ? "staging"
      : index < count * 0.7 || shape !== "mixed"
        ? "intermediate"
        : "mart";
    models.push({
      index,
      name: `${layer === "staging" ? "stg" : layer === "mart" ? "fct" : "int"}_${index}`,
      layer,
      inputs,
      columns: columns(below, 9 + below(11)),
    });
  }
  return { tables, models };
}

function columns(below, count) {
  return Array.from({ length: count }, (_, index) => ({
    ...KINDS[below(KINDS.length)],
    name: `column_${index}`,
  }));
}

function inputsOf(shape, index, count, tables, models, below) {
  const table = () => ({ table: tables[index % tables.length] });
  const model = (at) => ({ model: models[at] });
  if (index === 0) return [table()];
  if (shape === "chain") return [model(index - 1)];
  if (shape === "star") return [model(0)];
  if (shape === "ladder") {
    const width = Math.max(1, Math.floor(count / 60));
    if (index < width) return [table()];
    const layer = Math.floor(index / width) - 1;
    return [model(layer * width + below(width)), model(layer * width + below(width))];
  }
  if (index < count * 0.2) return [table()];
  const staging = Math.max(1, Math.floor(count * 0.2));
  const reach = index < count * 0.7 ? staging + below(Math.max(1, index - staging)) : index;
  const picked = new Set(Array.from({ length: 2 + below(2) }, () => below(Math.min(reach, index))));
  return [...picked].map(model);
}

/** The query of a model; `nameOf` spells an input in the project's own language. */
export function query({ columns: wanted, inputs }, nameOf) {
  const from = inputs.map((input, at) => ({
    alias: `i${at}`,
    name: nameOf(input),
    columns: (input.table ?? input.model).columns,
  }));
  const ctes = from.map(
    ({ alias, name, columns: known }) =>
      `${alias} as (\n    select\n        row_id,\n        ${known.map((column) => column.name).join(",\n        ")}\n    from ${name}\n)`,
  );
  const select = wanted.map((column) => {
    const source = from.flatMap(({ alias, columns: known }) =>
      known.filter((each) => each.sql === column.sql).map((each) => `${alias}.${each.name}`),
    );
    const text =
      source.length === 0
        ? `cast(null as ${column.sql === "numeric" ? "decimal(18, 2)" : column.sql})`
        : source[column.name.length % source.length];
    return `    ${column.sql === "varchar" && source.length > 0 ? `coalesce(${text}, 'none')` : text} as ${column.name}`;
  });
  const joins = from.slice(1).map(({ alias }) => `left join ${alias} on i0.row_id = ${alias}.row_id`);
  return `with ${ctes.join(",\n\n")}\n\nselect\n    i0.row_id,\n${select.join(",\n")}\nfrom i0${joins.length > 0 ? `\n${joins.join("\n")}` : ""}`;
}

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { query } from "./workload.mjs";

const TABLES_A_SOURCE = 100;
const TYPES = fileURLToPath(new URL("../../dist/dsl/index.d.ts", import.meta.url));

/** Writes the workload as a project of odp, `perFile` models in one module; gives the number of its files. */
export function writeOdp(folder, { tables, models }, perFile = 20) {
  mkdirSync(join(folder, "models"), { recursive: true });
  mkdirSync(join(folder, "sources"), { recursive: true });
  let files = 0;
  const write = (name, text) => {
    writeFileSync(join(folder, name), text);
    files += 1;
  };
  write(
    "odp.config.ts",
    'import { defineConfig } from "odp";\n\nexport default defineConfig({ project: "bench", warehouse: "file:///warehouse", off: ["large-dag", "chained-views", "unread-intermediate"] });\n',
  );
  write("package.json", '{ "type": "module" }\n');
  const compilerOptions = {
    strict: true,
    target: "es2023",
    module: "nodenext",
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    paths: { odp: [TYPES] },
  };
  write("tsconfig.json", JSON.stringify({ compilerOptions }));
  for (let at = 0; at < tables.length; at += TABLES_A_SOURCE)
    write(
      `sources/source_${at / TABLES_A_SOURCE}.ts`,
      source(at / TABLES_A_SOURCE, tables.slice(at, at + TABLES_A_SOURCE)),
    );
  for (let at = 0; at < models.length; at += perFile)
    write(`models/group_${at / perFile}.ts`, group(models.slice(at, at + perFile), tables, perFile));
  write("pipeline.ts", pipeline(models, perFile));
  return files;
}

function source(index, tables) {
  const body = tables.map(({ name, columns }) => {
    const lines = columns.map(
      (column) => `      ${column.name}: ${column.source}.describe("Column ${column.name} of ${name}."),`,
    );
    return `    ${name}: {\n      row_id: pg.bigint().primaryKey(),\n${lines.join("\n")}\n    },`;
  });
  return `import { pg, postgres, secret } from "odp";\n\n/** Source ${index}. */\nexport const source_${index} = postgres("source_${index}", {\n  connection: secret("source_${index}"),\n  allowLoss: ["infinity", "nan", "far-year"],\n  tables: {\n${body.join("\n")}\n  },\n});\n`;
}

function group(models, tables, perFile) {
  const own = new Set(models);
  const imports = new Map();
  const need = (file, name) => imports.set(file, (imports.get(file) ?? new Set()).add(name));
  for (const { inputs } of models)
    for (const input of inputs)
      if (input.table)
        need(
          `../sources/source_${sourceOf(input.table, tables)}.ts`,
          `source_${sourceOf(input.table, tables)}`,
        );
      else if (!own.has(input.model))
        need(`./group_${Math.floor(input.model.index / perFile)}.ts`, input.model.name);
  const head = [...imports]
    .map(([file, names]) => `import { ${[...names].sort().join(", ")} } from "${file}";`)
    .sort();
  const used = [...new Set(models.map((model) => model.layer))].sort();
  const nameOf = (input) =>
    input.table
      ? `\${source_${sourceOf(input.table, tables)}.${input.table.name}}`
      : `\${${input.model.name}}`;
  const body = models.map((model) => {
    const lines = model.columns.map(
      (column) =>
        `    ${column.name}: ${column.model}.nullable().describe("Column ${column.name} of ${model.name}."),`,
    );
    return `/** Model ${model.name}. */\nexport const ${model.name} = ${model.layer}("${model.name}", {\n  columns: {\n    row_id: t.bigint(),\n${lines.join("\n")}\n  },\n  grain: ["row_id"],\n  sql: sql\`\n${query(model, nameOf)}\`,\n});\n`;
  });
  return `import { ${[...used, "sql", "t"].join(", ")} } from "odp";\n${head.join("\n")}\n\n${body.join("\n")}`;
}

function sourceOf(table, tables) {
  return Math.floor(tables.indexOf(table) / TABLES_A_SOURCE);
}

function pipeline(models, perFile) {
  const read = new Set(models.flatMap((model) => model.inputs.map((input) => input.model)));
  const ends = models.filter((model) => !read.has(model));
  const byFile = new Map();
  for (const model of ends) {
    const file = `./models/group_${Math.floor(model.index / perFile)}.ts`;
    byFile.set(file, [...(byFile.get(file) ?? []), model.name]);
  }
  const head = [...byFile].map(([file, names]) => `import { ${names.join(", ")} } from "${file}";`);
  return `import { cron, pipeline } from "odp";\n${head.join("\n")}\n\nexport default pipeline("all", {\n  owner: "data@example.com",\n  schedule: cron("0 * * * *", { zone: "UTC" }),\n  outputs: [${ends.map((model) => model.name).join(", ")}],\n  allowLargeDag: true,\n  runTimeout: "900d",\n});\n`;
}

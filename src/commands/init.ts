import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { VERSION } from "../version.ts";

/** Writes a small project that compiles. It refuses a folder that holds one of its files already. */
export function initCommand(folder: string, terminal: Terminal): ExitCode {
  const root = resolve(folder);
  const files = projectFiles(projectName(basename(root)));
  const taken = files.map(([name]) => name).filter((name) => existsSync(join(root, name)));
  if (taken.length > 0) {
    terminal.err(
      `odp init: \`${folder}\` already holds ${taken.map((name) => `\`${name}\``).join(", ")}; nothing was written\n`,
    );
    return EXIT.usage;
  }
  mkdirSync(root, { recursive: true });
  const isEmpty = readdirSync(root).length === 0;
  for (const [name, text] of files) writeFileSync(join(root, name), text);
  terminal.out(
    `${files.map(([name]) => `  ${join(folder, name)}\n`).join("")}\nNext:\n${isEmpty || folder !== "." ? `  cd ${folder}\n` : ""}  npm install\n  npx odp compile\n`,
  );
  return EXIT.ok;
}

/** A project's name from a folder's: lower-case letters, digits and `_`. */
function projectName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "_")
    .replace(/^[^a-z]+|_+$/gu, "");
  return name === "" ? "shop" : name;
}

function projectFiles(project: string): readonly (readonly [name: string, text: string])[] {
  return [
    ["odp.config.ts", CONFIG.replaceAll("PROJECT", project)],
    ["pipeline.ts", PIPELINE.replaceAll("PROJECT", project)],
    ["tsconfig.json", TSCONFIG],
    ["package.json", packageJson(project)],
    [".gitignore", "node_modules/\n.odp/\n"],
    [".gitattributes", "dags-out/** text eol=lf\n"],
  ];
}

const CONFIG = `import { defineConfig } from "odp";

export default defineConfig({
  project: "PROJECT",
  // Where Iceberg keeps its files; each environment binds its own.
  warehouse: "gs://example-lake/warehouse",
});
`;

const PIPELINE = `import { chart, cron, dashboard, mart, metric, pg, pipeline, postgres, secret, sql, t } from "odp";

/** The shop's operational database. */
export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    orders: {
      id: pg.bigint().primaryKey(),
      total: pg.numeric(12, 2),
      created_at: pg.timestamptz(),
    },
  },
  allowLoss: ["infinity", "nan"],
});

/** Revenue per day. */
export const dailyRevenue = mart("daily_revenue", {
  columns: { day: t.date(), revenue: t.decimal(38, 2) },
  grain: ["day"],
  sql: sql\`
    select cast(o.created_at as date) as day, sum(o.total) as revenue
    from \${shop.orders} as o
    group by 1\`,
});

/** What the shop earned. */
export const sales = dashboard("sales", {
  title: "Sales",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(dailyRevenue.revenue) })]],
});

export default pipeline("PROJECT", {
  owner: "data@example.com",
  schedule: cron("0 * * * *", { zone: "UTC" }),
  outputs: [sales],
});
`;

const TSCONFIG = `{
  "compilerOptions": {
    "strict": true,
    "target": "es2023",
    "lib": ["es2023"],
    "module": "nodenext",
    "allowImportingTsExtensions": true,
    "noEmit": true,
    "skipLibCheck": true,
    "resolveJsonModule": true,
    "types": []
  },
  "include": ["**/*.ts"],
  "exclude": ["node_modules", "dags-out", ".odp"]
}
`;

function packageJson(project: string): string {
  const content = {
    name: project.replaceAll("_", "-"),
    private: true,
    type: "module",
    scripts: { compile: "odp compile", check: "odp compile --check" },
    devDependencies: { odp: `^${VERSION}` },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

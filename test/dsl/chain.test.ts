import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

// A relation's type carries its own columns only. With its inputs in it, the declarations of a chain would grow
// exponentially: the fifteenth model alone would take megabytes.
test("the declarations of a chain of models grow with its length, not with its depth", {
  timeout: 60_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), "odp-chain-"));
  const length = 40;
  for (let index = 0; index < length; index++) {
    const before = index === 0 ? "" : `import { m${index - 1} } from "./m${index - 1}.ts";\n`;
    const from = index === 0 ? "" : ` from \${m${index - 1}}`;
    writeFileSync(
      join(folder, `m${index}.ts`),
      `import { mart, sql, t } from "odp";\n${before}export const m${index} = mart("m${index}", { columns: { id: t.bigint(), day: t.date() }, sql: sql\`select id, day${from}\` });\n`,
    );
  }
  const compilerOptions = {
    target: "es2023",
    module: "nodenext",
    strict: true,
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    types: ["node"],
    typeRoots: [resolve("node_modules/@types")],
    skipLibCheck: true,
    outDir: "out",
    rootDir: "/",
    paths: { odp: [resolve("dsl/index.ts")] },
  };
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  const { stdout } = spawnSync(
    process.execPath,
    [join(typescript, "bin/tsc"), "-p", folder, "--pretty", "false"],
    { encoding: "utf8" },
  );
  expect(stdout).toBe("");
  const size = (index: number) => readFileSync(join(folder, "out", folder, `m${index}.d.ts`), "utf8").length;
  expect(size(length - 1)).toBeLessThan(1.5 * size(1));
});

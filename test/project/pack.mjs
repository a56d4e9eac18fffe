// The package as users get it: packed, installed into an empty folder by npm, and used there. Prints one line a check
// and ends with `n passed, m failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "odp-pack-"));
const totals = { passed: 0, failed: 0 };

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 300_000 });
  return { status, out: `${stdout}${stderr}` };
}

function check(name, isTrue, shown = "") {
  totals[isTrue ? "passed" : "failed"] += 1;
  console.log(`${isTrue ? "ok    " : "FAILED"} ${name}${isTrue || shown === "" ? "" : `\n${shown}`}`);
}

const filesBelow = (path) =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];

try {
  const packed = run("npm", ["pack", "--silent", "--pack-destination", folder], root);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  check("npm packs it", packed.status === 0 && tarball !== undefined, packed.out);
  writeFileSync(join(folder, "package.json"), "{}\n");
  const installed = run("npm", ["install", "--no-audit", "--no-fund", join(folder, tarball ?? "")], folder);
  check("npm installs it into an empty folder", installed.status === 0, installed.out);
  const odp = (args, cwd = folder) => run("npx", ["--no-install", "odp", ...args], cwd);

  const made = odp(["init", "demo"]);
  const demo = join(folder, "demo");
  check("odp init makes a project", made.status === 0 && existsSync(join(demo, "odp.config.ts")), made.out);
  const compiled = odp(["compile"], demo);
  check("odp compile exits 0", compiled.status === 0, compiled.out);
  check("it writes files", filesBelow(join(demo, "dags-out")).length > 20);
  check(
    "it prints a summary",
    /\d+ files? written, \d+ unchanged, \d+ removed/.test(compiled.out),
    compiled.out,
  );
  const fresh = odp(["compile", "--check"], demo);
  check("odp compile --check exits 0 and finds the types of odp", fresh.status === 0, fresh.out);
  const config = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      module: "nodenext",
      moduleResolution: "nodenext",
      target: "es2023",
      skipLibCheck: true,
      types: [],
      allowImportingTsExtensions: true,
    },
    include: ["*.ts"],
  };
  if (!existsSync(join(demo, "tsconfig.json")))
    writeFileSync(join(demo, "tsconfig.json"), JSON.stringify(config));
  const types = run("npx", ["--no-install", "tsc", "-p", ".", "--noEmit"], demo);
  check("the editor's types are clean", types.status === 0, types.out);

  const pipeline = join(demo, "pipeline.ts");
  const text = readFileSync(pipeline, "utf8");
  writeFileSync(pipeline, text.replace(/grain: \[[^\]]*\]/, 'grain: ["no_such_column"]'));
  const broken = odp(["compile"], demo);
  check(
    "a broken project exits 1 and says where",
    broken.status === 1 && broken.out.includes("pipeline.ts"),
    broken.out,
  );
  writeFileSync(pipeline, `${text}\nexport const broken = ;\n`);
  check("text that is no TypeScript exits 1", odp(["compile"], demo).status === 1);
  writeFileSync(pipeline, text);
  check("an unknown flag exits 2", odp(["compile", "--no-such-flag"], demo).status === 2);
  check("an unknown command exits 2", odp(["no-such-command"], demo).status === 2);
  check("a mended project compiles again", odp(["compile"], demo).status === 0);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

// The same bytes on every version of Node that is supported: the examples, compiled by the built command under each.
// Further versions come as packages without scripts (`node22`, `node24`), whose binary stands at `bin/node`. They are
// for Linux on x64 only, so they are no dependencies of the repository: `npm ci` puts them into the cache.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "odp-node-"));
const cache = join(process.env.ODP_CACHE ?? join(homedir(), ".cache/odp"), "node-versions");
const VERSIONS = ["node22", "node24"];
const binaryOf = (version) => join(cache, "node_modules", version, "bin/node");
const totals = { passed: 0, failed: 0 };

function check(name, isTrue, shown = "") {
  totals[isTrue ? "passed" : "failed"] += 1;
  console.log(`${isTrue ? "ok    " : "FAILED"} ${name}${isTrue || shown === "" ? "" : `\n${shown}`}`);
}

function digestOf(out) {
  const hash = createHash("sha256");
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) hash.update(`${path.slice(out.length)}\0`).update(readFileSync(path));
  return paths.length === 0 ? "nothing" : hash.digest("hex");
}

/** Installs the pinned versions, unless they are there. */
function install() {
  const lock = fileURLToPath(new URL("node-versions/", import.meta.url));
  const installed = join(cache, "package-lock.json");
  const isNew =
    !existsSync(installed) ||
    readFileSync(installed, "utf8") !== readFileSync(join(lock, "package-lock.json"), "utf8");
  if (!isNew && VERSIONS.every((version) => existsSync(binaryOf(version)))) return;
  mkdirSync(cache, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(lock, name), join(cache, name));
  const { status, stderr } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: cache,
    encoding: "utf8",
  });
  check("further versions of Node are installed", status === 0, stderr);
}

/** Digest of what a version of Node writes for an example, or what it said instead. */
function compiled(node, name, example) {
  const out = join(folder, name, example);
  const args = [
    join(root, "dist/odp.js"),
    "compile",
    join(root, "examples", example),
    "--out",
    out,
    "--no-cache",
  ];
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: "utf8", cwd: root, timeout: 120_000 });
  return status === 0 ? digestOf(out) : `${stdout}${stderr}`;
}

try {
  const examples = readdirSync(join(root, "examples")).sort();
  const wanted = new Map(examples.map((example) => [example, compiled(process.execPath, "own", example)]));
  const isSupported = process.platform === "linux" && process.arch === "x64";
  if (isSupported) install();
  else console.log("further versions of Node: there are no binaries for this machine");
  for (const version of isSupported ? VERSIONS : []) {
    const node = binaryOf(version);
    const says = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
    for (const [example, digest] of wanted) {
      const other = compiled(node, version, example);
      check(
        `${example} has the same bytes on Node ${says} as on ${process.version}`,
        other === digest,
        other,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

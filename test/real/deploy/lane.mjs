// Compose files through the loader of Docker Compose, manifests through strict schemas and kustomize. There is no Docker
// engine and no cluster: nothing is started, and the lane says so.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../lib/command.mjs";
import { expectNone, forEachProject } from "../lib/context.mjs";
import { filesOf, filesOrFail, projectsOrFail, readText } from "../lib/projects.mjs";
import { databasesAreMade } from "./databases.mjs";
import { composeMistakes, manifestMistakes } from "./mistakes.mjs";

const CHECKER = new URL("./check_manifests.py", import.meta.url).pathname;

/** Every variable of the example, with a value for what is empty in it. */
export function filledEnvironment(folder) {
  const lines = readFileSync(join(folder, ".env.example"), "utf8").split("\n");
  const pairs = lines.filter((line) => /^[A-Z][A-Z0-9_]*=/.test(line)).map((line) => line.split(/=(.*)/s));
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, value.replace(/^'(.*)'$/, "$1") || `value-of-${name}`]),
  );
}

/** The normalised project, or the loader's message. */
async function loadCompose({ parts }, folder) {
  const result = await run(parts["compose-loader"].program, ["compose.yaml"], {
    cwd: folder,
    env: filledEnvironment(folder),
  });
  return result.code === 0 ? { model: JSON.parse(result.stdout) } : { refusal: result.stderr };
}

async function manifestFindings({ parts }, files) {
  const { code, stdout, stderr } = await run(parts["manifest-schemas"].python, [CHECKER, ...files]);
  if (code !== 0 && stdout.trim() === "") throw new Error(stderr);
  return stdout.split("\n").filter((line) => line !== "");
}

function mutated(source, folder, { file, from, to }) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(source, folder, { recursive: true });
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`nothing of ${file} was changed: the mistake is not planted`);
  writeFileSync(path, changed);
  return path;
}

async function checkCompose(context, project) {
  const folder = join(project.folder, "deploy", "compose");
  await context.check(`${project.name}: the loader of Docker Compose takes compose.yaml`, async () => {
    const { model, refusal } = await loadCompose(context, folder);
    if (model === undefined) throw new Error(refusal);
    expectNone("services without a memory limit", without(model, "mem_limit"));
    const runs = Object.entries(model.services).filter(([, { restart }]) => restart !== "no");
    expectNone(
      "services without a health check",
      runs.filter(([, service]) => service.healthcheck === undefined).map(([name]) => name),
    );
  });
}

const without = (model, key) =>
  Object.entries(model.services)
    .filter(([, service]) => service[key] === undefined)
    .map(([name]) => name);

/** What the emitted files of a project refer to, by the service that resolves it. */
const READERS = [
  ["connect", "connect", ".json", /\$\{env:([A-Za-z0-9_]+)\}/g],
  ["trino", "trino", ".properties", /\$\{ENV:([A-Za-z0-9_]+)\}/g],
  ["airflow-scheduler", "airflow", "connections.env.example", /^(AIRFLOW_CONN_[A-Z0-9_]+)=/gm],
  ["airflow-triggerer", "airflow", "connections.env.example", /^(AIRFLOW_CONN_[A-Z0-9_]+)=/gm],
];

async function checkEnvironment(context, project) {
  await context.check(`${project.name}: each service has the variables that its files refer to`, async () => {
    const { model } = await loadCompose(context, join(project.folder, "deploy", "compose"));
    const missing = READERS.flatMap(([service, folder, ending, pattern]) => {
      const names = filesOf(project, folder, ending).flatMap((file) =>
        [...readText(file).matchAll(pattern)].map(([, name]) => name),
      );
      if (names.length === 0) throw new Error(`nothing of ${folder}/ refers to a variable`);
      const given = model.services[service].environment;
      return names.filter((name) => !given[name]).map((name) => `${service} has no ${name}`);
    });
    expectNone("missing variables", [...new Set(missing)]);
    const connections = Object.entries(model.services["airflow-scheduler"].environment).filter(([name]) =>
      name.startsWith("AIRFLOW_CONN_"),
    );
    for (const [, value] of connections) if (value.startsWith("{")) JSON.parse(value);
  });
}

async function checkManifests(context, project) {
  const manifests = filesOrFail(project, "deploy/kubernetes", ".yaml").filter(
    (file) => !/kustomization\.yaml$|charts\//.test(file),
  );
  await context.check(`${project.name}: each manifest is valid, strictly, for two versions`, async () =>
    expectNone("findings", await manifestFindings(context, manifests)),
  );
  await context.check(`${project.name}: kubectl kustomize gives valid manifests`, async () => {
    const { code, stdout, stderr } = await run("kubectl", [
      "kustomize",
      join(project.folder, "deploy", "kubernetes"),
    ]);
    if (code !== 0) throw new Error(stderr);
    mkdirSync(join(context.folder, "deploy"), { recursive: true });
    const file = join(context.folder, "deploy", `${project.name}.yaml`);
    writeFileSync(file, stdout);
    expectNone("findings", await manifestFindings(context, [file]));
    if (!stdout.includes(`namespace: ${project.name.replaceAll("_", "-")}`))
      throw new Error("no namespace was set");
  });
}

async function checkMistakes(context) {
  const shop = projectsOrFail().find(({ name }) => name === "shop");
  if (shop === undefined) throw new Error("the example shop is not compiled");
  const scratch = join(context.folder, "deploy", "mistake");
  for (const mistake of composeMistakes)
    await context.check(`refused in Compose: ${mistake.what}`, async () => {
      mutated(join(shop.folder, "deploy", "compose"), scratch, mistake);
      if ((await loadCompose(context, scratch)).refusal === undefined) throw new Error("it was accepted");
    });
  for (const mistake of manifestMistakes)
    await context.check(`refused in Kubernetes: ${mistake.what}`, async () => {
      const file = mutated(join(shop.folder, "deploy", "kubernetes"), scratch, mistake);
      if ((await manifestFindings(context, [file])).length === 0) throw new Error("it was accepted");
    });
}

export const deploy = {
  name: "deploy",
  summary:
    "Docker Compose's own loader and strict schemas of Kubernetes and Strimzi take the deployment files",
  needs: ["compose-loader", "manifest-schemas", "postgres"],
  async run(context) {
    process.stdout.write(
      "  No Docker engine and no cluster here: files are read by their consumers, nothing is started.\n",
    );
    await forEachProject(context, async (project) => {
      await checkCompose(context, project);
      await checkEnvironment(context, project);
      await databasesAreMade(context, project, filledEnvironment(join(project.folder, "deploy", "compose")));
      await checkManifests(context, project);
    });
    await checkMistakes(context);
  },
};

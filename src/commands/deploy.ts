import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseEnv } from "node:util";
import { compile } from "../../compiler/compile.ts";
import { countOf, locateAll } from "../../compiler/diagnostics/located.ts";
import type { Operation } from "../../compiler/plan/operations.ts";
import type { Plan } from "../../compiler/plan/plan.ts";
import { applySteps } from "../deploy/apply.ts";
import { deliveryText, readDelivery } from "../deploy/openwhisk.ts";
import { openStamps } from "../deploy/stamp.ts";
import { blockers, readSteps } from "../deploy/steps.ts";
import { appliedText, planText } from "../deploy/view.ts";
import { openWorld } from "../deploy/world.ts";
import { openProject } from "../open-project.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

export const TARGETS = ["postgres", "kafka", "trino", "connect", "openwhisk"] as const;
export type DeployTarget = (typeof TARGETS)[number];

/** Flags of `odp deploy`. */
export interface DeployFlags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly target?: readonly DeployTarget[];
  readonly acceptLoss?: readonly string[];
  readonly overwrite?: readonly string[];
  readonly envFile?: string;
}

const TARGET_OF: Readonly<Record<Operation["kind"], DeployTarget>> = {
  postgres: "postgres",
  topic: "kafka",
  trino: "trino",
  connector: "connect",
};

/** Shows what differs between the project and the world, then makes the world as the project says. */
export async function deployCommand(
  folder: string,
  flags: DeployFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const compiled = await compiledProject(folder, terminal);
  if (compiled === undefined) return EXIT.errors;
  const { plan, files } = compiled;
  const operations = plan.operations.filter(
    ({ kind }) => flags.target === undefined || flags.target.includes(TARGET_OF[kind]),
  );
  const unknown = [...(flags.acceptLoss ?? []), ...(flags.overwrite ?? [])].filter(
    // Actions of OpenWhisk are named by their path.
    (id) => !id.includes("/") && !operations.some((operation) => operation.id === id),
  );
  if (unknown.length > 0) {
    terminal.err(`there is no operation ${unknown.join(", ")}; odp deploy --dry-run shows all\n`);
    return EXIT.usage;
  }
  const environment = environmentOf(flags.envFile);
  const world = openWorld(environment);
  let isApplying = false;
  try {
    const stamps = await openStamps(plan, world);
    const steps = await readSteps(operations, { plan, world }, stamps);
    terminal.out(planText(steps, plan.config.project));
    const gone = [...stamps.deployed.keys()].filter((id) => !plan.operations.some((each) => each.id === id));
    if (gone.length > 0)
      terminal.out(
        `\nNo longer declared, and left as it is: ${gone.sort().join(", ")}\n  connect/<source>.remove.md says how it is taken away\n`,
      );
    const delivery =
      flags.target === undefined || flags.target.includes("openwhisk")
        ? await readDelivery(plan, files, world, environment, flags.overwrite ?? [])
        : undefined;
    if (delivery !== undefined) terminal.out(deliveryText(delivery));
    const consent = { acceptLoss: flags.acceptLoss ?? [], overwrite: flags.overwrite ?? [] };
    const blocked = [...blockers(steps, consent), ...(delivery?.blocked ?? [])];
    if (blocked.length > 0) {
      terminal.err(`\nNothing was done:\n${blocked.map((line) => `  ${line}\n`).join("")}`);
      return EXIT.errors;
    }
    if (flags.dryRun === true) return EXIT.ok;
    const hasWork =
      steps.some(({ kind }) => kind === "create" || kind === "change") ||
      (delivery?.changes ?? []).some(({ kind }) => kind !== "keep");
    if (hasWork && flags.yes !== true && !(await isConfirmed(terminal))) return EXIT.usage;
    isApplying = true;
    if (hasWork) terminal.out("\n");
    const applied = await applySteps(steps, stamps, terminal.out);
    terminal[applied.failed === undefined ? "out" : "err"](appliedText(applied));
    if (applied.failed !== undefined) return EXIT.errors;
    // Last: an action reads tables that the others make.
    await delivery?.apply((path) => terminal.out(`  done  ${path}\n`));
    return EXIT.ok;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const state = isApplying
      ? "What is told above as done is kept; the same command goes on."
      : "Nothing was done.";
    terminal.err(`odp deploy: ${reason}\n${state}\n`);
    return EXIT.errors;
  } finally {
    await world.close();
  }
}

interface CompiledProject {
  readonly plan: Plan;
  /** Texts of the output, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** A project without errors; shows them otherwise. */
export async function compiledProject(
  folder: string,
  terminal: Terminal,
): Promise<CompiledProject | undefined> {
  const opened = await openProject(folder, terminal);
  if (opened === undefined) return undefined;
  const { plan, artifacts, diagnostics } = compile(opened.project);
  if (plan !== undefined && countOf(locateAll(diagnostics, opened.locate), "error") === 0)
    return { plan, files: new Map(artifacts.map(({ path, text }) => [path, text])) };
  terminal.err("the project has errors, so it is not deployed: odp compile shows them\n");
  return undefined;
}

/** The environment with a file of `NAME=value` laid under it. */
export function environmentOf(file: string | undefined): NodeJS.ProcessEnv {
  return file === undefined ? process.env : { ...parseEnv(readFileSync(file, "utf8")), ...process.env };
}

async function isConfirmed(terminal: Terminal): Promise<boolean> {
  if (!terminal.isInteractive) {
    terminal.err("\nNobody is here to confirm: --yes carries the plan out, --dry-run only shows it.\n");
    return false;
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question("\nCarry this out? [y/N] ");
  lines.close();
  return /^y(es)?$/i.test(answer.trim());
}

import { Command, CommanderError, Option } from "commander";
import { EXIT, type ExitCode, processTerminal, type Terminal } from "./terminal.ts";
import { VERSION } from "./version.ts";

const EXIT_CODES = `Exit codes
  0  done; warnings may have been shown
  1  errors in the project; output that is not up to date (--check); a deployment
     that was stopped or failed; something for the doctor to mend
  2  wrong use of the command
  3  a mistake of odp itself
`;

/** Runs the command line; commands are loaded when they are called. */
export async function program(args: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal();
  let exit: ExitCode = EXIT.ok;
  const root = commands(terminal, (code) => {
    exit = code;
  });
  try {
    await root.parseAsync([...args], { from: "user" });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const { internalError } = await import("./internal-error.ts");
    terminal.err(internalError(error));
    return EXIT.internal;
  }
}

type Done = (code: ExitCode) => void;

function commands(terminal: Terminal, done: Done): Command {
  const root = new Command("odp")
    .description("Write data pipelines in TypeScript; compile them to Airflow, dbt, Kafka Connect and Trino.")
    .version(VERSION, "-v, --version")
    .exitOverride()
    .showHelpAfterError("(odp --help shows the commands)")
    .showSuggestionAfterError(true)
    .helpCommand(false)
    .addHelpText(
      "after",
      examples(
        "odp init shop",
        "odp compile",
        "odp compile --check",
        "odp graph daily_revenue --upstream",
        "odp explain ODP0007",
        "odp doctor",
        "odp deploy --dry-run",
      ),
    )
    .addHelpText("after", "`odp help exit-codes` tells what the exit codes mean.");
  addInit(root, terminal, done);
  addCompile(root, terminal, done);
  addGraph(root, terminal, done);
  addExplain(root, terminal, done);
  addDeploy(root, terminal, done);
  addDoctor(root, terminal, done);
  addCompletion(root, terminal);
  addHelp(root, terminal);
  return root;
}

function addInit(root: Command, terminal: Terminal, done: Done): void {
  root
    .command("init")
    .description("begin a small project that compiles")
    .argument("<folder>", "where; it is made if it is not there")
    .addHelpText("after", examples("odp init shop", "odp init ."))
    .action(async (folder: string) =>
      done((await import("./commands/init.ts")).initCommand(folder, terminal)),
    );
}

function addCompile(root: Command, terminal: Terminal, done: Done): void {
  root
    .command("compile")
    .description("compile the project around a folder and write its output")
    .argument("[folder]", "a folder of the project", ".")
    .option("--check", "write nothing; fail where the output on disk is not up to date; implies --types")
    .option("--types", "check types too, with the native TypeScript compiler")
    .option("--watch", "compile again after every change")
    .option("--json", "the whole outcome as JSON; short for --format json")
    .addOption(
      new Option("--format <format>", "how diagnostics are shown").choices([
        "terminal",
        "json",
        "github",
        "sarif",
      ]),
    )
    .option("--timings", "show how long each phase took")
    .option("--out <folder>", "output folder, instead of the configuration's")
    .option("--overwrite <path...>", "replace these files of the output whatever they hold")
    .option("--no-cache", "forget what is known of the last run")
    .addHelpText(
      "after",
      examples(
        "odp compile",
        "odp compile examples/shop --timings",
        "odp compile --check --format github",
        "odp compile --overwrite dags-out/shop/dbt/dbt_project.yml",
      ),
    )
    .action(async (folder: string, flags: object) =>
      done(await (await import("./commands/compile.ts")).compileCommand(folder, flags, terminal)),
    );
}

function addGraph(root: Command, terminal: Terminal, done: Done): void {
  root
    .command("graph")
    .description("show what hangs together with what")
    .argument(
      "[declaration]",
      "only what it needs and what needs it, for example `daily_revenue` or `table:shop.orders`",
    )
    .option("--project <folder>", "a folder of the project", ".")
    .option("--upstream", "only what it needs")
    .option("--downstream", "only what needs it")
    .addOption(
      new Option("--format <format>", "how").choices(["tree", "mermaid", "dot", "json"]).default("tree"),
    )
    .addHelpText(
      "after",
      examples("odp graph", "odp graph daily_revenue --upstream", "odp graph --format mermaid"),
    )
    .action(async (declaration: string | undefined, flags: import("./commands/graph.ts").GraphFlags) =>
      done(await (await import("./commands/graph.ts")).graphCommand(declaration, flags, terminal)),
    );
}

function addExplain(root: Command, terminal: Terminal, done: Done): void {
  root
    .command("explain")
    .description("explain a code, its slug, or a declaration of the project")
    .argument("<subject>", "`ODP0007`, `missing-module`, `daily_revenue` or `model:daily_revenue`")
    .option("--project <folder>", "a folder of the project", ".")
    .addHelpText(
      "after",
      examples("odp explain ODP0007", "odp explain lossy-column", "odp explain daily_revenue"),
    )
    .action(async (subject: string, flags: { readonly project: string }) =>
      done(await (await import("./commands/explain.ts")).explainCommand(subject, flags, terminal)),
    );
}

function addDeploy(root: Command, terminal: Terminal, done: Done): void {
  root
    .command("deploy")
    .description("make databases, topics, tables, connectors and actions as the project says")
    .argument("[folder]", "a folder of the project", ".")
    .option("--dry-run", "show what would be done, and stop")
    .option("--yes", "carry it out without asking")
    .addOption(
      new Option("--target <target...>", "only these systems").choices([
        "postgres",
        "kafka",
        "trino",
        "connect",
      ]),
    )
    .option("--accept-loss <operation...>", "carry out these operations although data is lost")
    .option("--overwrite <operation...>", "overwrite what was changed by hand in these operations")
    .option("--env-file <file>", "a file with AIRFLOW_CONN_* variables; those that are set win")
    .addHelpText(
      "after",
      `
It reads what is there first and shows three sides of each difference: as deployed last, as it is now, as wanted. It
stops before anything is done where a change loses data or overwrites what somebody changed by hand, until the operation
is named. After a failure the same command goes on where it ended. Addresses and passwords are those of Airflow's
connections; airflow/connections.env.example lists them.
`,
    )
    .addHelpText(
      "after",
      examples(
        "odp deploy --dry-run --env-file connections.env",
        "odp deploy --yes",
        "odp deploy --target kafka connect",
        "odp deploy --overwrite sink_shop",
      ),
    )
    .action(async (folder: string, flags: import("./commands/deploy.ts").DeployFlags) =>
      done(await (await import("./commands/deploy.ts")).deployCommand(folder, flags, terminal)),
    );
}

function addDoctor(root: Command, terminal: Terminal, done: Done): void {
  root
    .command("doctor")
    .description("look at every system that the project needs, and say what mends what is wrong")
    .argument("[folder]", "a folder of the project", ".")
    .option("--env-file <file>", "a file with AIRFLOW_CONN_* variables; those that are set win")
    .addHelpText(
      "after",
      `
It changes nothing but a schema odp_doctor of the lake, which it makes and takes away. Exit code 1 where something has to
be mended. With AIRFLOW_CONN_ODP_AIRFLOW it looks at Airflow's pools and DAGs too.
`,
    )
    .addHelpText("after", examples("odp doctor", "odp doctor --env-file connections.env"))
    .action(async (folder: string, flags: import("./commands/doctor.ts").DoctorFlags) =>
      done(await (await import("./commands/doctor.ts")).doctorCommand(folder, flags, terminal)),
    );
}

function addCompletion(root: Command, terminal: Terminal): void {
  root
    .command("completion")
    .description("print a completion script for a shell")
    .addArgument(new Command().createArgument("<shell>", "which shell").choices(["bash", "zsh", "fish"]))
    .addHelpText(
      "after",
      examples(
        "odp completion bash > /etc/bash_completion.d/odp",
        "odp completion fish > ~/.config/fish/completions/odp.fish",
      ),
    )
    .action(async (shell: import("./commands/completion.ts").Shell) =>
      terminal.out((await import("./commands/completion.ts")).completionScript(root, shell)),
    );
}

function addHelp(root: Command, terminal: Terminal): void {
  root
    .command("help")
    .description("help on a command, or on exit-codes")
    .argument("[topic]", "a command, or `exit-codes`")
    .action((topic?: string) => {
      const command = root.commands.find((each) => each.name() === topic);
      if (topic === "exit-codes") terminal.out(EXIT_CODES);
      else if (topic === undefined) root.outputHelp();
      else if (command !== undefined) command.outputHelp();
      else root.error(`error: unknown topic '${topic}'`);
    });
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

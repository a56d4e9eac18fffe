import { Command, CommanderError, Option } from "commander";
import { EXIT, type ExitCode, processTerminal, type Terminal } from "./terminal.ts";
import { VERSION } from "./version.ts";

const EXIT_CODES = `Exit codes
  0  done; warnings may have been shown
  1  errors in the project, or output that is not up to date (--check)
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

function commands(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const root = new Command("odp")
    .description("Write data pipelines in TypeScript; compile them to Airflow, dbt, Kafka Connect and Trino.")
    .version(VERSION, "-v, --version")
    .exitOverride()
    .showHelpAfterError("(odp --help shows the commands)")
    .helpCommand(false)
    .addHelpText(
      "after",
      "\nExamples:\n  odp init shop\n  odp compile\n  odp compile --check\n  odp explain ODP0007\n\nodp help exit-codes tells what the exit codes mean.",
    );

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
      "\nExamples:\n  odp compile\n  odp compile examples/shop --timings\n  odp compile --check --format github\n  odp compile --overwrite dags-out/shop/dbt/dbt_project.yml",
    )
    .action(async (folder: string, flags: object) => {
      const { compileCommand } = await import("./commands/compile.ts");
      done(await compileCommand(folder, flags, terminal));
    });

  root
    .command("help")
    .description("help on a command, or on exit-codes")
    .argument("[topic]")
    .action((topic?: string) => {
      const command = root.commands.find((each) => each.name() === topic);
      if (topic === "exit-codes") terminal.out(EXIT_CODES);
      else if (topic === undefined) terminal.out(root.helpInformation());
      else if (command !== undefined) command.outputHelp();
      else root.error(`unknown topic '${topic}'`);
    });
  return root;
}

#!/usr/bin/env node
import { program } from "./program.ts";
import { EXIT } from "./terminal.ts";

// The same bytes wherever it runs: dates of user code know no zone of the machine.
process.env.TZ = "UTC";
// A promise that a module of the project made, and nobody waits for.
process.once("unhandledRejection", (error) => {
  process.stderr.write(
    `error[ODP0012] async-evaluation\n  a promise was rejected: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(EXIT.errors);
});
process.exitCode = await program(process.argv.slice(2));

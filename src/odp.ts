#!/usr/bin/env node
import { program } from "./program.ts";

// The same bytes wherever it runs: dates of user code know no zone of the machine.
process.env.TZ = "UTC";
process.exitCode = await program(process.argv.slice(2));

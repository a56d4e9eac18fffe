#!/usr/bin/env node
import { resolve } from "node:path";
import { load } from "../compiler/load/load.ts";
import { disk } from "./disk.ts";

const loaded = await load({ root: resolve(process.argv[3] ?? ".") }, disk());
for (const diagnostic of loaded.diagnostics) console.error(diagnostic);
for (const { declaration, file } of loaded.project?.declarations ?? [])
  console.log(declaration.kind, declaration.name, file);

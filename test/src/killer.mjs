// Kills the process with SIGKILL in the place of its rename number KILL_AT; loaded before the command.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

let left = Number(process.env.KILL_AT);
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  if (left === 0) process.kill(process.pid, "SIGKILL");
  left -= 1;
  renameSync(from, to);
};
syncBuiltinESMExports();

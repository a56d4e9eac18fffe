// Preloaded into a measured process: writes what the process used, at its end, to the file named by BENCH_USAGE.
import { writeFileSync } from "node:fs";

if (process.env.BENCH_USAGE !== undefined && process.env.BENCH_PID === undefined) {
  process.env.BENCH_PID = String(process.pid);
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      process.env.BENCH_USAGE,
      JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, mebibytes: maxRSS / 1024 }),
    );
  });
}

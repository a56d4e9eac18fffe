import { run, step } from "odp";
import { daily } from "../shop.ts";

export { daily };

export const score = step("score", { run: run.shell("score --day {{ ds }}"), reads: [daily] });

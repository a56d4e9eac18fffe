import { run, step } from "odp";
import { daily } from "../shop.ts";

export { daily };

export const score = step("score", {
  run: run.shell("score", { env: { API_TOKEN: "f81d4fae7dec11d0a765" } }),
  reads: [daily],
});

import { run, step } from "odp";
import { daily } from "../shop.ts";

export { daily };

export const score = step("score", {
  run: run.shell("score"),
  reads: [daily],
  airflow: { queue: "gpu", output_encoding: { value: "latin-1", reason: "the tool writes Latin-1" } },
});

import { run, secret, step } from "odp";
import type { Run } from "../../../../dsl/step.ts";
import { daily } from "../shop.ts";

const running = (what: Run) => () => [daily, step("score", { run: what, reads: [daily] })];

export const variants = {
  "in the environment": running(run.shell("score", { env: { DAY: "{{ ds }}" } })),
  "of a Python file": running(run.python("score.py", { env: { DAY: "{{ logical_date }}" } })),
  "in a path": running(run.http({ connection: secret("api"), method: "POST", path: "/days/{{ ds }}" })),
  "in a header": running(
    run.http({ connection: secret("api"), method: "GET", path: "/", headers: { "X-Run": "{{ run_id }}" } }),
  ),
  "in a container's command": running(
    run.container({ image: "score:1", command: ["score", "{{ ds_nodash }}"] }),
  ),
  "a statement": running(run.shell("{% if true %}score{% endif %}")),
};

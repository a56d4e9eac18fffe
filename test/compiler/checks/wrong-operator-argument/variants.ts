import { run, step } from "odp";
import type { Raw } from "../../../../dsl/values.ts";
import { daily } from "../shop.ts";

const given = (airflow: Raw) => () => [
  daily,
  step("score", { run: run.shell("score"), reads: [daily], airflow }),
];

export const variants = {
  "set by odp": given({ task_id: "x" }),
  "the command": given({ bash_command: "rm" }),
  "of older versions": given({ sla: 60 }),
  "mails of older versions": given({ email_on_failure: true }),
  "unknown, with an empty reason": given({ my_argument: { value: 1, reason: "" } }),
  "of a loop": given(Object.fromEntries(["pool", "poool"].map((key) => [key, "x"]))),
};

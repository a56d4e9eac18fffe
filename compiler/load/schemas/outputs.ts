import * as z from "zod";
import type { ActionSpec } from "../../../dsl/action.ts";
import type { Chart } from "../../../dsl/chart.ts";
import type {
  DashboardSpec,
  Filter,
  Markdown,
  PersonalData,
  Row,
  Section,
  Tab,
} from "../../../dsl/dashboard.ts";
import type { Alert, PipelineOutput, PipelineSpec } from "../../../dsl/pipeline.ts";
import { isRelation } from "../../../dsl/relation.ts";
import type { Delivery, ReportSpec } from "../../../dsl/report.ts";
import type { CronSchedule, NewDataSchedule, Schedule } from "../../../dsl/schedule.ts";
import type { Run, StepSpec } from "../../../dsl/step.ts";
import {
  chosen,
  columnRef,
  count,
  countOrNone,
  described,
  duration,
  flag,
  formerNames,
  isMade,
  listOrOne,
  made,
  oneOf,
  options,
  raw,
  relation,
  secret,
  site,
  sql,
  text,
  textByName,
  texts,
} from "./parts.ts";

/** Schedules and deliveries are validated at their own calls; where they are used, only that they are some. */
const schedule: z.ZodType<Schedule> = listOrOne<CronSchedule | NewDataSchedule>(
  made<CronSchedule | NewDataSchedule>(
    "a schedule: `cron(..)`, `hourly(..)`, `daily(..)`, `weekly(..)`, `monthly(..)` or `onNewData()`",
    "cron",
    "new-data",
  ),
  "a schedule, or several",
);
const relations = z.array(relation, { error: "a list of relations" });

const output = {
  ...described,
  title: text,
  freshWithin: duration.optional(),
  personalData: options<PersonalData>({ allow: texts, reason: text }).optional(),
  movedFrom: formerNames.optional(),
};

const row: z.ZodType<Row> = z.array(
  made<Chart | Markdown>("a chart or `markdown(..)`", "chart", "markdown"),
  { error: "a list of charts" },
);
const section = options<Section>({
  kind: z.literal("section"),
  title: text,
  rows: z.array(row, { error: "a list of rows, each a list of charts" }),
});
const rows = z.array(
  chosen<Row | Section>((value) => (isMade(value, "section") ? section : row)),
  { error: "a list of rows, each a list of charts" },
);

export const dashboardSchema = options<DashboardSpec>({
  ...output,
  filters: z.array(made<Filter>("a filter, `filter.*`", "filter"), { error: "a list of filters" }).optional(),
  rows: rows.optional(),
  tabs: z.array(options<Tab>({ title: text, rows }), { error: "a list of tabs" }).optional(),
  crossFilter: flag.optional(),
  refresh: duration.optional(),
  access: texts.optional(),
});

export const filterSchema = options<Filter>({
  kind: z.literal("filter"),
  type: oneOf("time", "select", "range"),
  column: columnRef,
  label: text.optional(),
  default: listOrOne<string>(text, "text, or a list of texts").optional(),
  multiple: flag.optional(),
  site,
});

export const reportSchema = options<ReportSpec>({
  ...output,
  sql,
  attach: oneOf("table", "csv", "xlsx"),
  whenEmpty: oneOf("send", "skip", "fail"),
  to: z.array(
    made<Delivery>("a delivery: `email(..)`, `webhook(..)` or `bucket(..)`", "email", "webhook", "bucket"),
    { error: "a list of deliveries" },
  ),
  schedule,
  rowLimit: count.optional(),
  sizeLimitMegabytes: count.optional(),
});

type DeliveryOf<Kind extends Delivery["kind"]> = Extract<Delivery, { readonly kind: Kind }>;

const recipientValues = z
  .record(z.string(), z.union([z.string(), z.number()], { error: "text or a number" }), {
    error: "values by name",
  })
  .optional();

export const deliverySchemas = {
  email: options<DeliveryOf<"email">>({
    kind: z.literal("email"),
    to: texts,
    via: secret,
    from: text.optional(),
    subject: text.optional(),
    body: text.optional(),
    with: recipientValues,
    site,
  }),
  webhook: options<DeliveryOf<"webhook">>({
    kind: z.literal("webhook"),
    url: secret,
    sign: secret.optional(),
    form: oneOf("json", "slack"),
    with: recipientValues,
    site,
  }),
  bucket: options<DeliveryOf<"bucket">>({
    kind: z.literal("bucket"),
    path: text,
    with: recipientValues,
    site,
  }),
} as const;

export const scheduleSchemas = {
  cron: options<CronSchedule>({ kind: z.literal("cron"), expression: text, zone: text, site }),
  "new-data": options<NewDataSchedule>({ kind: z.literal("new-data"), pollEvery: duration, site }),
} as const;

export const actionSchema = options<ActionSpec>({
  ...output,
  file: text,
  reads: relations,
  params: z
    .record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean()], { error: "text, a number or a boolean" }),
      { error: "values by name" },
    )
    .optional(),
  secrets: z.record(z.string(), secret, { error: "secrets by name" }).optional(),
  schedule: schedule.optional(),
  memoryMegabytes: count.optional(),
  timeout: duration.optional(),
});

const environment = z
  .record(
    z.string(),
    z.custom<string | ReturnType<typeof secret.parse>>(
      (value) => typeof value === "string" || isMade(value, "secret"),
      { error: "text or a secret" },
    ),
    {
      error: "values by name",
    },
  )
  .optional();
type RunOf<Kind extends Run["kind"]> = Extract<Run, { readonly kind: Kind }>;

const runs = {
  trino: options<RunOf<"trino">>({ kind: z.literal("trino"), sql }),
  http: options<RunOf<"http">>({
    kind: z.literal("http"),
    connection: secret,
    method: oneOf("GET", "POST", "PUT", "DELETE"),
    path: text,
    body: text.optional(),
    headers: textByName.optional(),
  }),
  shell: options<RunOf<"shell">>({ kind: z.literal("shell"), command: text, env: environment }),
  python: options<RunOf<"python">>({ kind: z.literal("python"), file: text, env: environment }),
  container: options<RunOf<"container">>({
    kind: z.literal("container"),
    image: text,
    command: texts,
    env: environment,
  }),
} as const satisfies { readonly [Kind in Run["kind"]]: z.ZodType<RunOf<Kind>> };

const anyRun = made<Run>(
  "what it runs: `run.trino(..)`, `run.http(..)`, `run.shell(..)`, `run.python(..)` or `run.container(..)`",
);

/** What a step runs is told apart by the language's function, `run.*`. */
const run = chosen<Run>((value) => Object.entries(runs).find(([kind]) => isMade(value, kind))?.[1] ?? anyRun);

export const stepSchema = options<StepSpec>({
  ...described,
  run,
  reads: relations,
  writes: relations.optional(),
  takes: duration.optional(),
  retries: countOrNone.optional(),
  timeout: duration.optional(),
  airflow: raw.optional(),
});

const OUTPUT_KINDS = ["dashboard", "report", "action", "step"];
const pipelineOutput = z.custom<PipelineOutput>(
  (value) => isRelation(value) || OUTPUT_KINDS.some((kind) => isMade(value, kind)),
  {
    error: "a dashboard, a report, an action, a step or a model",
  },
);

export const pipelineSchema = options<PipelineSpec>({
  description: text.optional(),
  owner: text,
  tags: texts.optional(),
  outputs: z.array(pipelineOutput, { error: "a list of outputs" }),
  schedule,
  retries: countOrNone.optional(),
  retryAfter: duration.optional(),
  taskTimeout: duration.optional(),
  runTimeout: duration.optional(),
  deadline: duration.optional(),
  alerts: z
    .array(options<Alert>({ on: oneOf("failure", "late", "test-warning"), email: texts }), {
      error: "a list of alerts",
    })
    .optional(),
  granularity: oneOf("pipeline", "model").optional(),
  allowLargeDag: flag.optional(),
  movedFrom: formerNames.optional(),
});

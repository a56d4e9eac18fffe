import type { Delivery } from "../../../dsl/report.ts";
import { seconds } from "../../graph/config.ts";
import { type GraphNode, nodesOf } from "../../graph/graph.ts";
import { environmentVariable, openwhiskPackage } from "../names.ts";
import type {
  Bind,
  BoundParameter,
  DeliveryFile,
  OpenwhiskPlan,
  ReportFile,
  UserActionPlan,
} from "../openwhisk.ts";
import { type DagContext, listing, sortedBy } from "./airflow-context.ts";
import { timesOf } from "./airflow-schedule.ts";
import { sqlOf } from "./airflow-sql.ts";
import { deliveriesOf } from "./deliveries.ts";

/** The longest that OpenWhisk allows by default, as much memory as the greatest report was measured to need. */
const DELIVERY_LIMITS = { timeoutMilliseconds: 300_000, memoryMegabytes: 256, logMegabytes: 1 };

const DEFAULT_ROW_LIMIT = 100_000;
const DEFAULT_SIZE_LIMIT = 10;
const DEFAULT_SUBJECT = "{title}, {period}";
const DEFAULT_BODY = "{title}\n\nPeriod: {period}\nRows: {rows}\nAs of: {asOf}\n";

/** The action that delivers, the reports that it knows, and the users' own actions. */
export function lowerOpenwhisk(context: DagContext): OpenwhiskPlan {
  const { project, graph } = context;
  // Only what a pipeline lists is sent.
  const reports = nodesOf(graph, "report").filter(({ id }) => listing(context, id) !== undefined);
  const parameters = reports.flatMap((report) =>
    report.declaration.spec.to.flatMap((delivery) => parametersOf(delivery, report.name)),
  );
  return {
    project,
    package: openwhiskPackage(project),
    delivery:
      reports.length === 0
        ? null
        : {
            name: "deliver",
            limits: DELIVERY_LIMITS,
            parameters: unique([...COMMON, ...parameters]),
            reports: reports.map((report) => ({
              id: report.id,
              file: report.file,
              content: reportFile(context, report),
            })),
          },
    actions: nodesOf(graph, "action").flatMap((action) =>
      listing(context, action.id) === undefined ? [] : [userAction(action)],
    ),
  };
}

const DEFAULT_MEMORY = 256;

function userAction(action: GraphNode<"action">): UserActionPlan {
  const { spec } = action.declaration;
  return {
    id: action.id,
    name: action.name,
    file: action.attachment?.path ?? action.file,
    bundle: action.bundle?.code ?? "",
    sourceMap: action.bundle?.map ?? "",
    limits: {
      timeoutMilliseconds: seconds(spec.timeout ?? "60s") * 1000,
      memoryMegabytes: spec.memoryMegabytes ?? DEFAULT_MEMORY,
      logMegabytes: 1,
    },
    params: spec.params ?? {},
    secrets: sortedBy(Object.entries(spec.secrets ?? {}), ([name]) => name).map(([name, given]) => ({
      name,
      variable: environmentVariable(given.name, "value"),
      usedFor: `parameter ${name} of the action ${action.name}`,
      ...secret(),
    })),
  };
}

const COMMON: readonly BoundParameter[] = [
  { name: "trino_url", variable: "ODP_TRINO_URL", usedFor: "Trino, http(s)://host:port", ...plain() },
  { name: "trino_user", variable: "ODP_TRINO_USER", usedFor: "Trino's user of the reports", ...plain() },
  {
    name: "trino_password",
    variable: "ODP_TRINO_PASSWORD",
    usedFor: "password of that user of Trino",
    ...secret(true),
  },
  {
    name: "bucket",
    variable: "ODP_REPORTS_BUCKET",
    usedFor: "gs://bucket/folder for claims, large files and reports in the bucket",
    ...plain(),
  },
  {
    name: "storage_url",
    variable: "ODP_STORAGE_URL",
    usedFor: "another server that speaks the JSON API of Google Cloud Storage",
    ...plain(true),
  },
  {
    name: "google_credentials",
    variable: "ODP_GOOGLE_CREDENTIALS",
    usedFor: "JSON key of a service account, where the machine has no account of its own",
    ...secret(true),
  },
];

function plain(isOptional = false) {
  return { isOptional, isSecret: false };
}

function secret(isOptional = false) {
  return { isOptional, isSecret: true };
}

function parametersOf(delivery: Delivery, report: string): readonly BoundParameter[] {
  switch (delivery.kind) {
    case "email":
      return [
        {
          ...bound(delivery.via.name, "url"),
          usedFor: "smtp(s)://user:password@host:port of the mail server",
          ...secret(),
        },
        {
          ...bound(delivery.via.name, "from"),
          usedFor: "sender of mails that name none",
          ...plain(delivery.from !== undefined),
        },
      ];
    case "webhook":
      return [
        { ...bound(delivery.url.name, "url"), usedFor: `address of a webhook of ${report}`, ...secret() },
        ...(delivery.sign === undefined
          ? []
          : [{ ...bound(delivery.sign.name, "value"), usedFor: `key that signs ${report}`, ...secret() }]),
      ];
    case "bucket":
      return [];
  }
}

/** A field of a secret: as the action reads it, and as it is given when the action is deployed. */
function bound(name: string, field: string): { readonly name: string; readonly variable: string } {
  return { name: `${name}_${field}`, variable: environmentVariable(name, field) };
}

/** By name, each once; needed by one is needed by all. */
function unique(all: readonly BoundParameter[]): readonly BoundParameter[] {
  const found = new Map<string, BoundParameter>();
  for (const one of all) {
    const before = found.get(one.name);
    if (before === undefined || before.isOptional) found.set(one.name, one);
  }
  return sortedBy([...found.values()], ({ name }) => name);
}

function reportFile(context: DagContext, report: GraphNode<"report">): ReportFile {
  const { spec } = report.declaration;
  const binds: Bind[] = [];
  const query = sqlOf(context, report.sql, (piece) => {
    binds.push(piece.kind === "period" ? { period: piece.edge } : { parameter: piece.name });
    return "?";
  });
  const names = report.sql?.result?.map(({ name }) => name);
  return {
    report: report.name,
    title: spec.title,
    project: context.project,
    zone: timesOf(spec.schedule)?.zone ?? "UTC",
    query: query.split("\n"),
    binds,
    columns: names?.every((name) => name !== undefined) ? names : null,
    attach: spec.attach,
    whenEmpty: spec.whenEmpty,
    rowLimit: spec.rowLimit ?? DEFAULT_ROW_LIMIT,
    sizeLimitMegabytes: spec.sizeLimitMegabytes ?? DEFAULT_SIZE_LIMIT,
    deliveries: Object.fromEntries(
      deliveriesOf(report).map(({ id, delivery }) => [id, deliveryFile(delivery)]),
    ),
  };
}

function deliveryFile(delivery: Delivery): DeliveryFile {
  const values = delivery.with === undefined ? {} : { with: delivery.with };
  switch (delivery.kind) {
    case "email":
      return {
        kind: "email",
        to: delivery.to,
        subject: delivery.subject ?? DEFAULT_SUBJECT,
        body: delivery.body ?? DEFAULT_BODY,
        server: bound(delivery.via.name, "url").name,
        sender: bound(delivery.via.name, "from").name,
        ...(delivery.from === undefined ? {} : { from: delivery.from }),
        ...values,
      };
    case "webhook":
      return {
        kind: "webhook",
        form: delivery.form,
        address: bound(delivery.url.name, "url").name,
        ...(delivery.sign === undefined ? {} : { key: bound(delivery.sign.name, "value").name }),
        ...values,
      };
    case "bucket":
      return { kind: "bucket", path: delivery.path.replace(/^\/+|\/+$/g, ""), ...values };
  }
}

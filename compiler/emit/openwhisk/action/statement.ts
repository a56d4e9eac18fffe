import type { Bind, DeliveryFile, DeliveryRequest, ReportFile } from "../../../plan/openwhisk.ts";
import { Failure } from "./failure.ts";

/**
 * The statement to run. Values are bound to the query's `?` by `execute immediate`, which takes the query as a text,
 * so that nothing is pasted into it.
 */
export function statementOf(report: ReportFile, delivery: DeliveryFile, request: DeliveryRequest): string {
  const text = report.query.join("\n");
  if (report.binds.length === 0) return text;
  const values = report.binds.map((bind) => boundValue(bind, report, delivery, request));
  return `execute immediate ${quoted(text)} using ${values.join(", ")}`;
}

function boundValue(
  bind: Bind,
  { zone }: ReportFile,
  delivery: DeliveryFile,
  request: DeliveryRequest,
): string {
  if ("period" in bind)
    return instant(bind.period === "start" ? request.periodStart : request.periodEnd, zone);
  const value = delivery.with?.[bind.parameter];
  if (value === undefined)
    throw new Failure("BadRequest", `the delivery \`${request.delivery}\` gives no \`${bind.parameter}\``);
  return quoted(String(value));
}

/**
 * An instant in the report's zone. The offset says which one is meant in the hour that comes twice in autumn; the zone
 * makes days of it.
 */
function instant(iso: string, zone: string): string {
  const offset = iso.endsWith("Z") ? "+00:00" : iso.slice(-6);
  const local = iso.slice(0, iso.endsWith("Z") ? -1 : -6).replace("T", " ");
  return `timestamp '${local} ${offset}' at time zone ${quoted(zone)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

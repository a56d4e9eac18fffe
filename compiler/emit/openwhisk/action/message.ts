import type { DeliveryFile, DeliveryRequest, ReportFile } from "../../../plan/openwhisk.ts";
import type { Content } from "./content.ts";

/** What the texts of a message may name in braces: `{title}`, `{period}`, a parameter of the recipient. */
export type Facts = ReadonlyMap<string, string>;

export function factsOf(
  report: ReportFile,
  delivery: DeliveryFile,
  request: DeliveryRequest,
  rows: number,
  content: Content,
): Facts {
  return new Map([
    ...Object.entries(delivery.with ?? {}).map(([name, value]) => [name, String(value)] as const),
    ["title", report.title],
    ["report", report.report],
    ["period", periodText(request)],
    ["periodStart", momentText(request.periodStart)],
    ["periodEnd", momentText(request.periodEnd)],
    ["asOf", request.asOf === "" ? "not known" : request.asOf],
    ["rows", String(rows)],
    ["link", content.kind === "stored" ? content.link : ""],
  ]);
}

export function filled(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => facts.get(name) ?? whole);
}

/** `2026-11-25` for a whole day, else from and to. */
export function periodText({ periodStart, periodEnd }: DeliveryRequest): string {
  const [start, end] = [momentText(periodStart), momentText(periodEnd)];
  const next = new Date(`${start.slice(0, 10)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return start.length === 10 && end === next.toISOString().slice(0, 10) ? start : `${start} to ${end}`;
}

/** A time in its own zone: the day, and hour and minute where it is not midnight. */
function momentText(iso: string): string {
  const time = iso.slice(11, 16);
  return time === "00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

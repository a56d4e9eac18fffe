import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DeliveryFile, DeliveryRequest, ReportFile } from "../../../plan/openwhisk.ts";
import { Failure } from "./failure.ts";

/**
 * Everything that the action is given: parameters that are bound to its package, and what the caller sends. Parameters
 * are read one by one, by name. Among them may be `__ow_headers` with the caller's key: nobody may walk over them.
 */
export type Parameters = Readonly<Record<string, unknown>>;

/** A parameter that has to be there. */
export function required(parameters: Parameters, name: string): string {
  const value = optional(parameters, name);
  if (value === undefined) throw new Failure("MissingParameter", `the parameter \`${name}\` is not bound`);
  return value;
}

/** A parameter that may be missing; one that was not set where it was deployed arrives as an empty text. */
export function optional(parameters: Parameters, name: string): string | undefined {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value === undefined || value === null || value === "") return undefined;
  // A key that is JSON may be bound as the object that it spells.
  return typeof value === "string" ? value : JSON.stringify(value);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)$/;

/** The request, and nothing else that was sent. */
export function requestOf(parameters: Parameters): DeliveryRequest {
  const moment = (name: string): string => {
    const value = required(parameters, name);
    if (!MOMENT.test(value))
      throw new Failure("BadRequest", `\`${name}\` is no ISO 8601 time with an offset`);
    return value;
  };
  const asOf = optional(parameters, "asOf");
  return {
    report: required(parameters, "report"),
    delivery: required(parameters, "delivery"),
    periodStart: moment("periodStart"),
    periodEnd: moment("periodEnd"),
    asOf: asOf === undefined ? "" : moment("asOf"),
    sendAgain: optional(parameters, "sendAgain") ?? "no",
  };
}

/** The report as it was reviewed and deployed with the action. */
export function reportOf({ report, delivery }: DeliveryRequest): {
  readonly report: ReportFile;
  readonly delivery: DeliveryFile;
} {
  // The name becomes a path.
  if (!/^\w+$/.test(report)) throw new Failure("BadRequest", "`report` is no name of a report");
  let text: string;
  try {
    text = readFileSync(join(__dirname, "reports", `${report}.json`), "utf8");
  } catch {
    throw new Failure("BadRequest", `this version of the action has no report \`${report}\`: deploy it`);
  }
  const file: ReportFile = JSON.parse(text);
  const found = Object.hasOwn(file.deliveries, delivery) ? file.deliveries[delivery] : undefined;
  if (found === undefined)
    throw new Failure("BadRequest", `the report \`${report}\` as deployed has no such delivery: deploy it`);
  return { report: file, delivery: found };
}

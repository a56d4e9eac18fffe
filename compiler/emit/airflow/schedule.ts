// Schedules and assets as Python values.
import type { AssetPlan, SchedulePlan, TimesPlan } from "../../plan/airflow.ts";
import { type PythonValue, pythonCall, pythonName } from "../../text/python.ts";
import { importOf, type Used } from "./imports.ts";

const SDK = "airflow.sdk";
const ICEBERG = "airflow.providers.apache.iceberg.triggers.iceberg";

/** An expression with the names that it needs. */
export interface Expression {
  readonly value: PythonValue;
  readonly used: readonly Used[];
}

/** The `schedule` of a DAG; assets are known by their variables. */
export function schedule(plan: SchedulePlan, variableOf: (asset: string) => string): Expression {
  if (plan.kind === "none") return { value: null, used: [] };
  if (plan.kind !== "assets") return timetable(plan.times, plan.kind === "intervals");
  const assets = plan.assets.map((name) => pythonName(variableOf(name)));
  const [only] = assets;
  const isAny = plan.every === "any" && assets.length > 1;
  const condition: PythonValue = isAny ? pythonCall("AssetAny", assets) : assets;
  const used = isAny ? [sdk("AssetAny")] : [];
  if (plan.or === null) return { value: condition, used };
  const times = timetable(plan.or, false);
  return {
    value: pythonCall("AssetOrTimeSchedule", [], {
      assets: assets.length === 1 && only !== undefined ? only : condition,
      timetable: times.value,
    }),
    used: [...used, ...times.used, sdk("AssetOrTimeSchedule")],
  };
}

function timetable({ expressions, zone }: TimesPlan, hasIntervals: boolean): Expression {
  if (expressions.length === 1) {
    const name = hasIntervals ? "CronDataIntervalTimetable" : "CronTriggerTimetable";
    return { value: pythonCall(name, expressions, { timezone: zone }), used: [sdk(name)] };
  }
  const day = pythonCall("timedelta", [], { days: 1 });
  return {
    value: pythonCall("MultipleCronTriggerTimetable", expressions, {
      timezone: zone,
      ...(hasIntervals ? { interval: day } : {}),
    }),
    used: [
      sdk("MultipleCronTriggerTimetable"),
      ...(hasIntervals ? [importOf("datetime", "timedelta").used] : []),
    ],
  };
}

/** The definition of an asset, the same wherever it stands, but for its watcher. */
export function assetDefinition({ name, uri, watch }: AssetPlan): Expression {
  if (watch === null) return { value: pythonCall("Asset", [], { name, uri }), used: [sdk("Asset")] };
  const trigger = pythonCall("IcebergTableSnapshotTrigger", [], {
    table: watch.table,
    iceberg_conn_id: watch.connection,
    poll_interval: watch.pollSeconds,
  });
  const watcher = pythonCall("AssetWatcher", [], {
    name: `${watch.table.replace(/\W/g, "_")}_commits`,
    trigger,
  });
  return {
    value: pythonCall("Asset", [], { name, uri, watchers: [watcher] }),
    used: [sdk("Asset"), sdk("AssetWatcher"), { module: ICEBERG, name: "IcebergTableSnapshotTrigger" }],
  };
}

/** Variables of assets: `MARTS_DAILY_REVENUE`; made unique by a number. */
export function assetVariables(assets: readonly AssetPlan[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const { name } of assets) {
    const [, ...rest] = name.split(".");
    const wanted = rest.join("_").replace(/\W/g, "_").toUpperCase();
    let variable = wanted;
    for (let number = 2; taken.has(variable); number++) variable = `${wanted}_${number}`;
    taken.add(variable);
    found.set(name, variable);
  }
  return found;
}

function sdk(name: string): Used {
  return { module: SDK, name };
}

// What Airflow understood against what the compiler planned: every DAG, task, argument, edge, schedule and asset.

const sorted = (items) => [...items].sort();
const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);

/** Whether a value of the plan and a value as the checker prints it are the same. Objects of Airflow may know more. */
function matches(planned, found) {
  if (Array.isArray(planned))
    return (
      Array.isArray(found) &&
      planned.length === found.length &&
      planned.every((item, at) => matches(item, found[at]))
    );
  if (typeof planned !== "object" || planned === null) return planned === found;
  if (typeof found === "string" && planned.kind === "name")
    return planned.name.split(".").at(-1).toLowerCase() === found;
  if (planned.kind === "call" && planned.name === "json.dumps")
    return matches(planned.args[0], JSON.parse(found));
  if (typeof found !== "object" || found === null) return false;
  if (planned.kind === "dict")
    return (
      same(sorted(Object.keys(found)), sorted(planned.entries.map(([key]) => key))) &&
      planned.entries.every(([key, item]) => matches(item, found[key]))
    );
  if (planned.kind === "name") return found.name === planned.name;
  return matchesCall(planned, found);
}

const SECONDS = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 };

function matchesCall({ name, args, kwargs }, found) {
  if (name === "datetime.timedelta")
    return found.seconds === kwargs.reduce((sum, [unit, count]) => sum + SECONDS[unit] * count, 0);
  if (found.class !== (name === "airflow.sdk.literal" ? "LiteralValue" : name.split(".").at(-1)))
    return false;
  if (name === "airflow.sdk.literal") return matches(args[0], found.value);
  return kwargs.every(([key, item]) => matches(item, found[key]));
}

function* taskDifferences(dag, planned, found, defaults) {
  const at = `${dag.id}.${planned.id}`;
  if (planned.operator.split(".").at(-1) !== found.operator) yield `${at}: operator ${found.operator}`;
  const own = new Map(planned.args);
  for (const [name, value] of [...defaults].filter(([key]) => !own.has(key)).concat(planned.args)) {
    const given = found.arguments[name];
    // A mapped task holds callbacks in lists.
    const inner = planned.expand !== null && Array.isArray(given) && !Array.isArray(value) ? given[0] : given;
    if (!matches(value, inner))
      yield `${at}: ${name} is ${JSON.stringify(given)}, planned ${JSON.stringify(value)}`;
  }
  // `params` are the DAG's; what is null was filled in by the operator.
  const known = new Set([...own.keys(), ...defaults.keys(), "task_id", "outlets", "inlets", "params"]);
  const isMore = (name) => !known.has(name) && found.arguments[name] !== null;
  const more = planned.expand === null ? Object.keys(found.arguments).filter(isMore) : [];
  if (more.length > 0) yield `${at}: unplanned arguments ${more.join(", ")}`;
  const outlets = found.outlets.map(({ name }) => name);
  if (!same(sorted(outlets), sorted(planned.outlets))) yield `${at}: outlets ${outlets.join(", ")}`;
}

/** Expressions, zone and kind of a schedule that Airflow's own form must hold. */
function scheduleDifference(schedule, found) {
  const text = JSON.stringify(found);
  const times = schedule.kind === "assets" ? schedule.or : schedule.times;
  const wanted = times == null ? [] : [...times.expressions, times.zone];
  const missing = wanted.filter((part) => !text.includes(JSON.stringify(part)));
  if (missing.length > 0) return `schedule lacks ${missing.join(", ")}`;
  if (schedule.kind === "none" && !text.includes("NullTimetable")) return "schedule is not empty";
  if (schedule.kind === "intervals" && !text.includes("CronDataInterval") && !text.includes("MultipleCron"))
    return "schedule has no intervals";
  const isAll = schedule.kind === "assets" && schedule.every === "all" && schedule.assets.length > 1;
  if (isAll && !text.includes("asset_all")) return "schedule is not on all assets";
  return undefined;
}

/**
 * Every difference, one line each.
 * @param {{ dags: readonly object[] }} plan the compiler's section for Airflow
 * @param {Record<string, object>} facts what the checker printed, by DAG id
 */
export function planDifferences(plan, facts) {
  const differences = [];
  const ids = plan.dags.map(({ id }) => id);
  if (!same(sorted(ids), sorted(Object.keys(facts))))
    differences.push(`DAGs are ${Object.keys(facts).join(", ")}`);
  for (const dag of plan.dags) {
    const found = facts[dag.id];
    if (found === undefined) continue;
    const defaults = new Map(dag.args.find(([name]) => name === "default_args")?.[1].entries ?? []);
    const byId = new Map(found.tasks.map((task) => [task.id, task]));
    if (!same(sorted(byId.keys()), sorted(dag.tasks.map(({ id }) => id))))
      differences.push(`${dag.id}: tasks are ${[...byId.keys()].join(", ")}`);
    for (const task of dag.tasks)
      if (byId.has(task.id)) differences.push(...taskDifferences(dag, task, byId.get(task.id), defaults));
    if (
      !same(
        found.edges,
        sorted(dag.edges.map(([from, to]) => `${from} ${to}`)).map((edge) => edge.split(" ")),
      )
    )
      differences.push(`${dag.id}: edges are ${JSON.stringify(found.edges)}`);
    const schedule = scheduleDifference(dag.schedule, found.schedule);
    if (schedule !== undefined) differences.push(`${dag.id}: ${schedule}`);
    const assets = dag.schedule.kind === "assets" ? sorted(dag.schedule.assets) : [];
    if (!same(found.assets, assets)) differences.push(`${dag.id}: starts on ${found.assets.join(", ")}`);
  }
  return differences;
}

import type { DagPlan, PyValue, TaskPlan } from "../../plan/airflow.ts";
import { header } from "../../text/header.ts";
import { python, pythonName } from "../../text/python.ts";
import { pythonDocstring } from "../../text/python-docstring.ts";
import { template } from "../../text/template.ts";
import { DAG_FILE } from "./dag-template.ts";
import { importBlock, importOf, type Used } from "./imports.ts";
import { argument, expression, usedBy } from "./python-value.ts";
import { assetDefinition, assetVariables, schedule } from "./schedule.ts";

interface View {
  readonly header: string;
  readonly docstring: string;
  readonly imports: string;
  readonly hasAssets: boolean;
  readonly assets: readonly { readonly variable: string; readonly definition: string }[];
  readonly dagArguments: readonly string[];
  readonly tasks: readonly TaskView[];
  readonly hasEdges: boolean;
  readonly edges: readonly { readonly before: string; readonly after: string }[];
}

interface TaskView {
  readonly variable: string;
  readonly open: string;
  readonly lines: string;
  readonly close: string;
}

const INSIDE_DAG = 4;
const INSIDE_TASK = 8;

const render = template<View>("dag.py", DAG_FILE);

/** The file of a DAG: header, docstring, imports, assets, the DAG with its tasks, edges. */
export function dagFile(dag: DagPlan): string {
  const variables = assetVariables(dag.assets);
  const variableOf = (name: string) => variables.get(name) ?? "";
  const when = schedule(dag.schedule, variableOf);
  const assets = dag.assets.map((one) => ({ variable: variableOf(one.name), ...assetDefinition(one) }));
  const [year = 0, month = 0, day = 0] = dag.startDate.split("-").map(Number);
  const start: PyValue = {
    kind: "call",
    name: "pendulum.datetime",
    args: [year, month, day],
    kwargs: [["tz", dag.zone]],
  };
  const used: readonly Used[] = [
    { module: "airflow.sdk", name: "DAG" },
    ...usedBy(start),
    ...when.used,
    ...assets.flatMap((one) => one.used),
    ...dag.args.flatMap(([, value]) => usedBy(value)),
    ...dag.tasks.flatMap(usedByTask),
  ];
  return render({
    header: header("hash", dag.file),
    docstring: pythonDocstring(dag.doc),
    imports: importBlock(used),
    hasAssets: assets.length > 0,
    assets: assets.map(({ variable, value }) => ({
      variable,
      definition: python(value, { before: variable.length + 3 }),
    })),
    dagArguments: [
      argument("dag_id", dag.id, INSIDE_DAG),
      argument("dag_display_name", dag.displayName, INSIDE_DAG),
      "    doc_md=__doc__,",
      `    schedule=${python(when.value, { indent: INSIDE_DAG, before: "schedule=".length, after: 1 })},`,
      argument("start_date", start, INSIDE_DAG),
      argument("catchup", false, INSIDE_DAG),
      ...dag.args.map(([name, value]) => argument(name, value, INSIDE_DAG)),
      argument("tags", dag.tags, INSIDE_DAG),
    ],
    tasks: dag.tasks.map((task) => taskView(task, variableOf)),
    hasEdges: dag.edges.length > 0,
    edges: dag.edges.map(([before, after]) => ({ before, after })),
  });
}

function usedByTask(task: TaskPlan): readonly Used[] {
  const { module, name } = operatorName(task);
  const values = [...task.args, ...(task.expand ?? [])].flatMap(([, value]) => usedBy(value));
  return [importOf(module, name).used, ...values];
}

function operatorName({ operator }: TaskPlan): { readonly module: string; readonly name: string } {
  const dot = operator.lastIndexOf(".");
  return { module: operator.slice(0, dot), name: operator.slice(dot + 1) };
}

function taskView(task: TaskPlan, variableOf: (asset: string) => string): TaskView {
  const { name } = operatorName(task);
  const own = [
    argument("task_id", task.id, INSIDE_TASK),
    ...task.args.map(([key, value]) => argument(key, value, INSIDE_TASK)),
    ...variableLines("inlets", task.inlets, variableOf),
    ...variableLines("outlets", task.outlets, variableOf),
  ].join("\n");
  if (task.expand === null) return { variable: task.id, open: `${name}(`, lines: own, close: ")" };
  const inner = INSIDE_DAG + 4;
  const expand = task.expand.map(([key, value]) => `${key}=${expression(value, inner, key.length + 1)}`);
  const close = `).expand(${expand.join(", ")})`;
  return { variable: task.id, open: `${name}.partial(`, lines: own, close };
}

function variableLines(
  name: string,
  assets: readonly string[],
  variableOf: (asset: string) => string,
): readonly string[] {
  if (assets.length === 0) return [];
  const list = assets.map((asset) => pythonName(variableOf(asset)));
  return [
    `${" ".repeat(INSIDE_TASK)}${name}=${python(list, { indent: INSIDE_TASK, before: name.length + 1, after: 1 })},`,
  ];
}

// The options of the language, read from its own interfaces, and where the examples use them.

import { join } from "node:path";
import {
  type InterfaceDeclaration,
  Node,
  type ObjectLiteralExpression,
  Project,
  type PropertyAssignment,
  SyntaxKind,
  type Type,
} from "ts-morph";
import { EXAMPLES, exampleFiles, type Files, ROOT, readFolder } from "./examples.ts";

/** Functions that take options, and the interface or type that says which. Layers of models share one. */
const SPECS: Readonly<Record<string, readonly [file: string, name: string]>> = {
  defineConfig: ["config", "ConfigSpec"],
  postgres: ["postgres", "PostgresSpec"],
  table: ["postgres", "TableOptions"],
  model: ["model", "ModelSpec"],
  "incremental by period": ["materialization", "ByPeriod"],
  "incremental by key": ["materialization", "ByKey"],
  seed: ["seed", "SeedSpec"],
  external: ["external", "ExternalSpec"],
  step: ["step", "StepSpec"],
  dashboard: ["dashboard", "DashboardSpec"],
  report: ["report", "ReportSpec"],
  action: ["action", "ActionSpec"],
  pipeline: ["pipeline", "PipelineSpec"],
  test: ["test", "Options"],
  metric: ["metric", "Look"],
};
/** Unions whose members are told apart by `kind`, and the function of each. */
const UNIONS: Readonly<Record<string, readonly [file: string, name: string]>> = {
  "": ["report", "Delivery"],
  "run.": ["step", "Run"],
};
/** Options that stand in the signatures themselves. */
const SIGNATURES: readonly string[] = [
  "cron.zone",
  "hourly.zone",
  "daily.zone",
  "weekly.zone",
  "monthly.zone",
  "onNewData.pollEvery",
  "filter.time.default",
  "filter.time.label",
  "filter.select.multiple",
  "filter.select.default",
  "filter.select.label",
  "filter.range.label",
  "markdown.width",
  "unitTest.given",
  "unitTest.expect",
  "unitTest.description",
  "check.severity",
  "test.rowCount.min",
  "test.rowCount.max",
];
const LAYERS: ReadonlySet<string> = new Set(["staging", "intermediate", "mart"]);
/** What is given by place: the statement, the command, the file. */
const POSITIONAL: ReadonlySet<string> = new Set(["run.trino.sql", "run.shell.command", "run.python.file"]);
/** Interfaces of the language that are parts of options, not declarations of their own. */
const PARTS: ReadonlySet<string> = new Set(["Versions", "PersonalData", "Alert", "Tab"]);
/** What the language writes itself. */
const OWN: ReadonlySet<string> = new Set(["kind", "site"]);

/** Every option as `function.option`, or `function.option.part`; sorted. */
export function languageOptions(): readonly string[] {
  const project = new Project({
    tsConfigFilePath: join(ROOT, "tsconfig.json"),
    skipAddingFilesFromTsConfig: true,
  });
  project.addSourceFilesAtPaths(join(ROOT, "dsl/*.ts"));
  const source = (file: string) => project.getSourceFileOrThrow(join(ROOT, "dsl", `${file}.ts`));
  const found = new Set<string>(SIGNATURES);
  for (const [owner, [file, name]] of Object.entries(SPECS))
    for (const option of optionsOf(source(file).getInterfaceOrThrow(name))) found.add(`${owner}.${option}`);
  for (const [prefix, [file, name]] of Object.entries(UNIONS))
    for (const member of source(file).getTypeAliasOrThrow(name).getType().getUnionTypes()) {
      const kind = String(
        member.getPropertyOrThrow("kind").getTypeAtLocation(source(file)).getLiteralValueOrThrow(),
      );
      for (const option of propertiesOf(member, source(file)).filter(
        (name) => !POSITIONAL.has(`${prefix}${kind}.${name}`),
      ))
        found.add(`${prefix}${kind}.${option}`);
    }
  const charts = source("chart");
  const common = new Set(optionsOf(charts.getInterfaceOrThrow("Common")));
  for (const option of common) found.add(`chart.${option}`);
  for (const chart of charts.getInterfaceOrThrow("ChartSpecs").getType().getProperties())
    for (const option of propertiesOf(chart.getTypeAtLocation(charts), charts))
      if (!common.has(option)) found.add(`chart.${chart.getName()}.${option}`);
  return [...found].sort();
}

function optionsOf(declaration: InterfaceDeclaration): readonly string[] {
  return propertiesOf(declaration.getType(), declaration);
}

function propertiesOf(type: Type, at: Node): readonly string[] {
  return type.getProperties().flatMap((property) => {
    const name = property.getName();
    if (OWN.has(name)) return [];
    const whole = property.getTypeAtLocation(at).getNonNullableType();
    const part = whole.getArrayElementType() ?? whole;
    const isOwnLiteral =
      part.isAnonymous() && part.getCallSignatures().length === 0 && part.getProperties().length > 0;
    const isPart = isOwnLiteral || PARTS.has(part.getSymbol()?.getName() ?? "");
    return [name, ...(isPart ? propertiesOf(part, at).map((inner) => `${name}.${inner}`) : [])];
  });
}

/** The projects in which every option stands: the examples, and one of what they do not use. */
export const PROJECTS_OF_OPTIONS: ReadonlyMap<string, Files> = new Map([
  ...EXAMPLES.map((example): [string, Files] => [example, exampleFiles(example)]),
  ["every-option", readFolder(join(import.meta.dirname, "every-option"))],
]);

/** A use of an option. */
export interface Use {
  readonly option: string;
  /** Name of the project that uses it. */
  readonly project: string;
  readonly file: string;
  /** The file without it. */
  readonly without: string;
}

/** Everything that the projects use: options with what the file is without them, and the functions that they call. */
export function usesInProjects(): { readonly uses: readonly Use[]; readonly calls: ReadonlySet<string> } {
  const uses: Use[] = [];
  const calls = new Set<string>();
  const parser = new Project({ useInMemoryFileSystem: true });
  for (const [project, files] of PROJECTS_OF_OPTIONS)
    for (const [file, text] of files) {
      if (!file.endsWith(".ts")) continue;
      const source = parser.createSourceFile(`/${project}/${file}`, text);
      source.forEachDescendant((node) => {
        if (Node.isCallExpression(node)) calls.add(node.getExpression().getText());
        if (!Node.isPropertyAssignment(node)) return;
        const owner = ownerOf(node);
        const name = node.getName();
        if (owner !== undefined && /^chart\.\w+$/u.test(owner))
          uses.push({ option: `chart.${name}`, project, file, without: textWithout(node, text) });
        if (owner !== undefined)
          uses.push({ option: `${owner}.${name}`, project, file, without: textWithout(node, text) });
      });
    }
  return { uses, calls };
}

/** The option that a property is: `function.option`. */
export function optionOf(property: PropertyAssignment): string | undefined {
  const owner = ownerOf(property);
  return owner === undefined ? undefined : `${owner}.${property.getName()}`;
}

/** The function, and the options on the way, whose object this property stands in. */
function ownerOf(property: PropertyAssignment): string | undefined {
  const object = property.getParentIfKind(SyntaxKind.ObjectLiteralExpression);
  let holder: Node | undefined = object?.getParent();
  while (holder !== undefined && (Node.isArrayLiteralExpression(holder) || Node.isAsExpression(holder)))
    holder = holder.getParent();
  if (holder === undefined || object === undefined) return undefined;
  if (Node.isCallExpression(holder)) return functionName(holder.getExpression().getText(), object);
  if (!Node.isPropertyAssignment(holder)) return undefined;
  const outer = ownerOf(holder);
  return outer === undefined ? undefined : `${outer}.${holder.getName()}`;
}

function functionName(called: string, object: ObjectLiteralExpression): string {
  const method = /(?:^|\.)(\w+)$/u.exec(called)?.[1] ?? called;
  if (LAYERS.has(called)) return "model";
  if (called === "incremental")
    return object.getProperty("key") === undefined ? "incremental by period" : "incremental by key";
  if (called === "test.rowCount" && (object.getProperty("min") ?? object.getProperty("max")) !== undefined)
    return called;
  if (called.startsWith("test.")) return "test";
  if (called.startsWith("metric.")) return "metric";
  return /^(?:chart|filter|run)\./u.test(called) ? called : method;
}

function textWithout(property: PropertyAssignment, text: string): string {
  const end = property.getEnd();
  const comma = /^\s*,/u.exec(text.slice(end))?.[0].length ?? 0;
  return text.slice(0, property.getStart()) + text.slice(end + comma);
}

// The options of the language, read from what it exports, and where the examples use them.

import { join } from "node:path";
import {
  type ExportedDeclarations,
  Node,
  type ObjectLiteralExpression,
  Project,
  type PropertyAssignment,
  type Symbol as PropertySymbol,
  SyntaxKind,
  type Type,
} from "ts-morph";
import { EXAMPLES, exampleFiles, type Files, ROOT } from "./examples.ts";

/** Functions that share their options: the layers of models, and the charts, metrics and tests that say the same. */
const LAYERS: ReadonlySet<string> = new Set(["staging", "intermediate", "mart"]);
const FAMILIES: ReadonlySet<string> = new Set(["chart", "metric", "test"]);
/** Interfaces whose options a family shares; they count once, as the family's. */
const SHARED: ReadonlySet<string> = new Set(["Common", "Look", "Options"]);

interface Language {
  /** Every option as `function.option`, or `function.option.part`; sorted. */
  readonly options: readonly string[];
  /** Every function that users call, but for the types of columns: `chart.pie`, `pipeline`; sorted. */
  readonly functions: readonly string[];
}

let known: Language | undefined;

/** What `dsl/index.ts` exports: a new function or option is found here without being named. */
export function language(): Language {
  known ??= readLanguage();
  return known;
}

function readLanguage(): Language {
  const project = new Project({
    tsConfigFilePath: join(ROOT, "tsconfig.json"),
    skipAddingFilesFromTsConfig: true,
  });
  const index = project.addSourceFileAtPath(join(ROOT, "dsl/index.ts"));
  project.resolveSourceFileDependencies();
  const options = new Set<string>();
  const functions = new Set<string>();
  const visit = (name: string, type: Type, at: Node): void => {
    const signatures = type.getCallSignatures();
    if (signatures.length === 0)
      for (const member of type.getProperties().filter((each) => !isInternal(each)))
        visit(`${name}.${member.getName()}`, member.getTypeAtLocation(at), at);
    else if (!/^(?:pg|t)\./u.test(name)) functions.add(name);
    for (const parameter of signatures.flatMap((signature) => signature.getParameters()))
      for (const option of optionsOf(parameter.getTypeAtLocation(at), at))
        options.add(`${ownerName(name, option.isShared)}.${option.name}`);
  };
  for (const [name, [declaration]] of index.getExportedDeclarations())
    if (declaration !== undefined && isValue(declaration)) visit(name, declaration.getType(), declaration);
  const column = project.getSourceFileOrThrow("column.ts").getInterfaceOrThrow("Column");
  for (const method of column.getMethods()) visit(method.getName(), method.getType(), method);
  return { options: [...options].sort(), functions: [...functions].sort() };
}

const isValue = (declaration: ExportedDeclarations): boolean =>
  Node.isFunctionDeclaration(declaration) || Node.isVariableDeclaration(declaration);

/** Symbols of the language itself, such as the one behind which a relation keeps its declaration. */
const isInternal = (member: PropertySymbol): boolean => member.getName().startsWith("__@");

interface Option {
  readonly name: string;
  readonly isShared: boolean;
}

/** The options of an object in braces; none for what other calls make, for lists, and for maps by the user's names. */
function optionsOf(given: Type, at: Node): readonly Option[] {
  const type = (given.isTypeParameter() ? given.getConstraint() : given)?.getNonNullableType();
  if (type === undefined || !(type.isObject() || type.isUnion() || type.isIntersection())) return [];
  if (type.isUnion()) return type.getUnionTypes().flatMap((member) => optionsOf(member, at));
  if (type.isIntersection() && type.getProperties().length === 0)
    return type.getIntersectionTypes().flatMap((member) => optionsOf(member, at));
  if (isMadeElsewhere(type)) return [];
  return type.getProperties().flatMap((property) => {
    const name = property.getName();
    const whole = property.getTypeAtLocation(at).getNonNullableType();
    const parts = optionsOf(whole.getArrayElementType() ?? whole, at);
    const own = { name, isShared: isSharedOption(property) };
    return [own, ...parts.map((part) => ({ ...part, name: `${name}.${part.name}` }))];
  });
}

/** A relation, a metric, a secret, a schedule: each is made by a call of its own, which has the options. */
function isMadeElsewhere(type: Type): boolean {
  if (type.isArray() || type.isTuple() || type.getCallSignatures().length > 0) return true;
  const members = type.getProperties();
  if (members.length === 0 || type.getStringIndexType() !== undefined) return true;
  if (members.some((member) => isInternal(member) || member.getName() === "kind")) return true;
  // Rows of a fixture are made by `given(..)`; a template's strings by the language.
  return ["Given", "TemplateStringsArray"].includes(type.getSymbol()?.getName() ?? "");
}

function isSharedOption(property: PropertySymbol): boolean {
  const [declaration] = property.getDeclarations();
  const holder = declaration?.getParentIfKind(SyntaxKind.InterfaceDeclaration);
  return holder !== undefined && SHARED.has(holder.getName());
}

function ownerName(called: string, isShared: boolean): string {
  const [family = called] = called.split(".");
  if (LAYERS.has(called)) return "model";
  return isShared && FAMILIES.has(family) ? family : called;
}

/** The examples, in which every option stands. */
export const PROJECTS_OF_OPTIONS: ReadonlyMap<string, Files> = new Map(
  EXAMPLES.map((example): [string, Files] => [example, exampleFiles(example)]),
);

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
      parser.createSourceFile(`/${project}/${file}`, text).forEachDescendant((node) => {
        if (Node.isCallExpression(node)) calls.add(calledName(node.getExpression().getText()));
        // A template's tag and a bound of a period are used without brackets.
        if (Node.isTaggedTemplateExpression(node)) calls.add(node.getTag().getText());
        if (!Node.isPropertyAssignment(node)) return;
        const without = textWithout(node, text);
        for (const option of optionsAt(node)) uses.push({ option, project, file, without });
      });
    }
  return { uses, calls };
}

/** The option that a property is: `function.option`. */
export function optionOf(property: PropertyAssignment): string | undefined {
  return optionsAt(property)[0];
}

/** The option by its function's name, and by the name of the family where it may be a shared one. */
function optionsAt(property: PropertyAssignment): readonly string[] {
  const called = callOf(property);
  if (called === undefined) return [];
  const owners = new Set([ownerName(called.name, true), ownerName(called.name, false)]);
  return [...owners].map((owner) => `${owner}.${called.path}`);
}

/** The function whose object this property stands in, and the options on the way. */
function callOf(property: PropertyAssignment): { readonly name: string; readonly path: string } | undefined {
  const object: ObjectLiteralExpression | undefined = property.getParentIfKind(
    SyntaxKind.ObjectLiteralExpression,
  );
  let holder: Node | undefined = object?.getParent();
  while (holder !== undefined && (Node.isArrayLiteralExpression(holder) || Node.isAsExpression(holder)))
    holder = holder.getParent();
  const path = property.getName();
  if (Node.isCallExpression(holder)) return { name: calledName(holder.getExpression().getText()), path };
  if (!Node.isPropertyAssignment(holder)) return undefined;
  const outer = callOf(holder);
  return outer === undefined ? undefined : { name: outer.name, path: `${outer.path}.${path}` };
}

/** `chart.pie` and `pg.numeric` as they are; of a chain such as `t.date().check` the method. */
function calledName(text: string): string {
  const plain = text.replace(/\s+/gu, "");
  return /^\w+(?:\.\w+)?$/u.test(plain) ? plain : (/\w+$/u.exec(plain)?.[0] ?? plain);
}

function textWithout(property: PropertyAssignment, text: string): string {
  const end = property.getEnd();
  const comma = /^\s*,/u.exec(text.slice(end))?.[0].length ?? 0;
  return text.slice(0, property.getStart()) + text.slice(end + comma);
}

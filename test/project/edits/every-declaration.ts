// The edits that every declaration can have: another description, another owner, another label. Columns of captured
// tables get a description.

import { type CallExpression, Node, type ObjectLiteralExpression, Project } from "ts-morph";
import { EXAMPLES, type Example, exampleFiles } from "../examples.ts";
import type { Edit } from "./edit.ts";

/** A text in place of a part of a file. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Three edits for each declaration of each example, and one for each first and last column of a table. */
export function editsOfEveryDeclaration(): readonly Edit[] {
  const parser = new Project({ useInMemoryFileSystem: true });
  return EXAMPLES.flatMap((example) =>
    [...exampleFiles(example)].flatMap(([path, text]) => {
      if (!path.endsWith(".ts")) return [];
      const source = parser.createSourceFile(`/${example}/${path}`, text);
      const found: Edit[] = [];
      const add = (what: string, change: Replacement | undefined): void => {
        if (change !== undefined) found.push(editOf(example, path, text, what, change));
      };
      source.forEachDescendant((node) => {
        if (!Node.isCallExpression(node)) return;
        const called = node.getExpression().getText();
        const [name, spec] = node.getArguments();
        if (Node.isStringLiteral(name) && Node.isObjectLiteralExpression(spec) && isDeclared(node)) {
          const what = name.getLiteralText();
          add(`another description of ${what}`, ofDescription(node, spec));
          add(`another owner of ${what}`, ofText(spec, "owner", '"somebody@example.com"'));
          add(`another label of ${what}`, ofText(spec, "tags", '["reviewed"]'));
        }
        if (/^pg\.\w+$/u.test(called)) add(`a description of the column ${columnOf(node)}`, ofColumn(node));
      });
      return found;
    }),
  );
}

function editOf(
  example: Example,
  path: string,
  text: string,
  name: string,
  { start, end, text: by }: Replacement,
): Edit {
  const changed = text.slice(0, start) + by + text.slice(end);
  return { example, name, apply: () => new Map([[path, changed]]) };
}

/** A call at the top of a module. */
function isDeclared(call: CallExpression): boolean {
  return call.getFirstAncestor((node) => Node.isCallExpression(node)) === undefined;
}

function ofDescription(call: CallExpression, spec: ObjectLiteralExpression): Replacement | undefined {
  const written = initializerOf(spec, "description");
  if (written !== undefined)
    return { start: written.getStart(), end: written.getEnd(), text: '"Said in other words."' };
  const statement = call.getFirstAncestor((node) => Node.isStatement(node));
  const [comment] = statement?.getLeadingCommentRanges() ?? [];
  return comment === undefined
    ? undefined
    : { start: comment.getPos(), end: comment.getEnd(), text: "/** Said in other words. */" };
}

/** A property with another value, or added as the last one. */
function ofText(spec: ObjectLiteralExpression, name: string, value: string): Replacement {
  const written = initializerOf(spec, name);
  if (written !== undefined) return { start: written.getStart(), end: written.getEnd(), text: value };
  const last = spec.getProperties().at(-1);
  const at = last?.getEnd() ?? spec.getStart() + 1;
  return { start: at, end: at, text: `,\n  ${name}: ${value}` };
}

function initializerOf(spec: ObjectLiteralExpression, name: string): Node | undefined {
  const property = spec.getProperty(name);
  return Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
}

const columnOf = (call: CallExpression): string =>
  call.getFirstAncestor(Node.isPropertyAssignment)?.getName() ?? "";

/** The first and the last column of a table. */
function ofColumn(call: CallExpression): Replacement | undefined {
  const property = call.getFirstAncestor(Node.isPropertyAssignment);
  const columns = property?.getParent();
  if (property === undefined || !Node.isObjectLiteralExpression(columns)) return undefined;
  const all = columns.getProperties();
  if (property !== all[0] && property !== all.at(-1)) return undefined;
  const end = property.getEnd();
  return { start: end, end, text: '.describe("Said more exactly.")' };
}

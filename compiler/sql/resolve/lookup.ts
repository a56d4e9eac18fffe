import { editDistance, suggest } from "../../text/suggest.ts";
import type { Identifier } from "../ast/node.ts";
import type { Span } from "../tokens.ts";
import { type Field, type Label, sameName } from "./fields.ts";
import type { Reference, Resolver, Scope } from "./resolver.ts";

/**
 * What a chain of names means. What cannot be known (a table without known columns is in scope, and the name may be
 * its) gives nothing and no problem.
 */
export function lookUp(
  r: Resolver,
  parts: readonly Identifier[],
  scope: Scope | undefined,
): Reference | undefined {
  const found = parts.length === 1 ? lookUpColumn(r, parts, scope) : lookUpChain(r, parts, scope);
  if (found !== undefined) for (const origin of found.field.origins) r.reads.push(origin);
  return found;
}

const NO_NAMES: readonly Identifier[] = [];

function lookUpColumn(
  r: Resolver,
  parts: readonly Identifier[],
  scope: Scope | undefined,
): Reference | undefined {
  const [column] = parts;
  if (column === undefined || column.name === "") return undefined;
  for (let here = scope; here !== undefined; here = here.outer) {
    let found: Field | undefined;
    let isAmbiguous = false;
    for (const field of here.source.fields) {
      if (!sameName(field.name, column.name)) continue;
      isAmbiguous ||= found !== undefined;
      found ??= field;
    }
    if (isAmbiguous && !here.isOutput) {
      reportAmbiguous(
        r,
        column,
        here.source.fields.filter((field) => sameName(field.name, column.name)),
      );
    }
    if (found !== undefined) return { field: found, scope: here, inside: NO_NAMES };
    if (!here.source.isComplete) return undefined;
  }
  reportUnknown(r, column, scope);
  return undefined;
}

function lookUpChain(
  r: Resolver,
  parts: readonly Identifier[],
  scope: Scope | undefined,
): Reference | undefined {
  const [first] = parts;
  for (let here = scope; here !== undefined; here = here.outer) {
    const { fields, hidden, labels, isComplete } = here.source;
    let failure: { readonly column: Identifier; readonly label: Label } | undefined;
    for (const label of labels) {
      const length = qualifierLength(parts, label);
      const column = parts[length];
      if (column === undefined || column === first) continue;
      const isMeant = (field: Field): boolean => field.label === label && sameName(field.name, column.name);
      const field = fields.find(isMeant) ?? hidden.find(isMeant);
      if (field !== undefined) return { field, scope: here, inside: parts.slice(length + 1) };
      if (!label.isComplete) return undefined;
      failure ??= { column, label };
    }
    if (here.isOutput && findLabel(parts.slice(0, 1), here.outer) !== undefined) continue;
    // Not a relation: a field of a row column.
    const rowColumn = fields.find((field) => first !== undefined && sameName(field.name, first.name));
    if (rowColumn !== undefined) return { field: rowColumn, scope: here, inside: parts.slice(1) };
    if (failure !== undefined) {
      reportUnknownOf(r, failure.column, failure.label, here);
      return undefined;
    }
    if (!isComplete) return undefined;
  }
  if (first !== undefined && first.name !== "") reportUnknownRelation(r, first, scope);
  return undefined;
}

/** The label that a qualifier alone means, as in `t.*`, in the nearest scope that has one. */
export function findLabel(parts: readonly Identifier[], scope: Scope | undefined): Label | undefined {
  return scope?.source.labels.find((label) => qualifierLength(parts, label) === parts.length);
}

/** How many leading names stand for the label; 0 when they mean something else. */
function qualifierLength(parts: readonly Identifier[], { parts: names, isAlias }: Label): number {
  const matches = (length: number): boolean => {
    const end = names.slice(names.length - length);
    return end.length === length && end.every((name, index) => sameName(parts[index]?.name, name));
  };
  for (let length = isAlias ? 1 : names.length; length > 0; length--) if (matches(length)) return length;
  return 0;
}

function labelText({ parts }: Label): string {
  return parts.join(".");
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function reportAmbiguous(r: Resolver, column: Identifier, found: readonly Field[]): void {
  const labels = found.flatMap(({ label }) => (label === undefined ? [] : [labelText(label)]));
  const message =
    labels.length < 2
      ? `\`${column.name}\` is ambiguous`
      : `\`${column.name}\` is ambiguous: ${labels.map((label) => `\`${label}\``).join(" and ")} have it`;
  const help = `write ${labels.map((label) => `\`${label}.${column.name}\``).join(" or ")}`;
  const problem = { slug: "ambiguous-column", span: spanOf(column), message } as const;
  r.problems.push(labels.length < 2 ? problem : { ...problem, help });
}

function reportUnknown(r: Resolver, column: Identifier, scope: Scope | undefined): void {
  const hasFrom = isAnywhere(scope, ({ source }) => source.fields.length > 0 || source.labels.length > 0);
  const message = hasFrom
    ? `\`${column.name}\` is not a column of the relations here`
    : `\`${column.name}\` is a column, but there is no \`from\``;
  const help = helpFor(column, scope);
  const problem = { slug: "unknown-column", span: spanOf(column), message } as const;
  r.problems.push(help === undefined ? problem : { ...problem, help });
}

function isAnywhere(scope: Scope | undefined, test: (scope: Scope) => boolean): boolean {
  for (let here = scope; here !== undefined; here = here.outer) if (test(here)) return true;
  return false;
}

function helpFor(column: Identifier, scope: Scope | undefined): string | undefined {
  const names: string[] = [];
  for (let here = scope; here !== undefined; here = here.outer) {
    if (here.aliases?.some((alias) => sameName(alias, column.name))) {
      return "an alias of the select list is not seen here: write its expression, or use an outer query";
    }
    for (const { name } of here.source.fields) if (name !== undefined) names.push(name);
  }
  const near = suggest(column.name, names);
  // Other systems take double quotes for strings: there, only an obvious slip is one.
  if (column.isQuoted && (near === undefined || editDistance(near, column.name) > 1)) {
    return `a string is written in single quotes: \`'${column.name}'\``;
  }
  return near === undefined ? undefined : `did you mean \`${near}\`?`;
}

function reportUnknownOf(r: Resolver, column: Identifier, label: Label, { source }: Scope): void {
  const names = source.fields.flatMap((field) =>
    field.label === label && field.name !== undefined ? [field.name] : [],
  );
  const near = suggest(column.name, names);
  const message = `\`${column.name}\` is not a column of \`${labelText(label)}\``;
  const problem = { slug: "unknown-column", span: spanOf(column), message } as const;
  r.problems.push(near === undefined ? problem : { ...problem, help: `did you mean \`${near}\`?` });
}

function reportUnknownRelation(r: Resolver, qualifier: Identifier, scope: Scope | undefined): void {
  const names: string[] = [];
  for (let here = scope; here !== undefined; here = here.outer) {
    for (const { parts } of here.source.labels) names.push(parts[parts.length - 1] ?? "");
  }
  const near = suggest(qualifier.name, names);
  const message = `\`${qualifier.name}\` is neither a relation nor a column here`;
  const problem = { slug: "unknown-relation", span: spanOf(qualifier), message } as const;
  r.problems.push(near === undefined ? problem : { ...problem, help: `did you mean \`${near}\`?` });
}

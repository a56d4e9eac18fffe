import type { FrameBound, SortItem, Window, WindowFrame, WindowSpecification } from "../ast/window.ts";
import { printMatchClauses } from "./pattern.ts";
import { LEVEL, type Printer, write, writeExpressions, writeIdentifier, writeList } from "./printer.ts";

/** `order by …`, or nothing for an empty list. */
export function printOrderBy(p: Printer, items: readonly SortItem[]): void {
  if (items.length === 0) return;
  write(p, "order by ");
  writeList(p, items, (item) => printSortItem(p, item));
}

export function printSortItem(p: Printer, { expression, direction, nulls }: SortItem): void {
  p.rules.expression(p, expression, LEVEL.any);
  if (direction !== undefined) write(p, " ", direction);
  if (nulls !== undefined) write(p, " nulls ", nulls);
}

/** ` over …`. */
export function printOver(p: Printer, window: Window): void {
  write(p, " over ");
  if (window.kind === "window-reference") writeIdentifier(p, window.name);
  else printWindow(p, window);
}

export function printWindow(p: Printer, { base, partitionBy, orderBy, frame }: WindowSpecification): void {
  const parts: (() => void)[] = [];
  if (base !== undefined) parts.push(() => writeIdentifier(p, base));
  if (partitionBy.length > 0) {
    parts.push(() => {
      write(p, "partition by ");
      writeExpressions(p, partitionBy);
    });
  }
  if (orderBy.length > 0) parts.push(() => printOrderBy(p, orderBy));
  if (frame !== undefined) parts.push(() => printFrame(p, frame));
  write(p, "(");
  parts.forEach((print, index) => {
    if (index > 0) write(p, " ");
    print();
  });
  write(p, ")");
}

function printFrame(p: Printer, { unit, from, to, pattern }: WindowFrame): void {
  if (pattern !== undefined && pattern.measures.length > 0) {
    printMatchClauses(p, { measures: pattern.measures });
    write(p, " ");
  }
  write(p, unit, to === undefined ? " " : " between ");
  printBound(p, from);
  if (to !== undefined) {
    write(p, " and ");
    printBound(p, to);
  }
  if (pattern === undefined) return;
  printMatchClauses(p, { ...pattern, measures: [] }, " ");
}

const BOUNDS: { readonly [Bound in FrameBound["bound"]]: string } = {
  "unbounded-preceding": "unbounded preceding",
  "unbounded-following": "unbounded following",
  "current-row": "current row",
  preceding: " preceding",
  following: " following",
};

function printBound(p: Printer, { bound, offset }: FrameBound): void {
  if (offset !== undefined) p.rules.expression(p, offset, LEVEL.any);
  write(p, BOUNDS[bound]);
}

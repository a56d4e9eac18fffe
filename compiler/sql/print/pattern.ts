import type { Measure, PatternDefinition, PatternSubset, RowPattern, SkipTo } from "../ast/pattern.ts";
import { LEVEL, type Printer, write, writeIdentifier, writeIdentifiers, writeList } from "./printer.ts";

/** The clauses of row pattern recognition in their order; what is absent is left out. */
export interface MatchClauses {
  readonly measures?: readonly Measure[];
  readonly rows?: string | undefined;
  readonly skipTo?: SkipTo | undefined;
  readonly search?: "initial" | "seek" | undefined;
  readonly pattern?: RowPattern | undefined;
  readonly subsets?: readonly PatternSubset[];
  readonly definitions?: readonly PatternDefinition[];
}

/** `lead` is written before the first clause, a space before each other one. */
export function printMatchClauses(p: Printer, clauses: MatchClauses, lead = ""): void {
  let before = lead;
  const start = (word: string): void => {
    write(p, before, word);
    before = " ";
  };
  const { measures = [], rows, skipTo, search, pattern, subsets = [], definitions = [] } = clauses;
  if (measures.length > 0) {
    start("measures ");
    writeList(p, measures, ({ expression, name }) => {
      p.rules.expression(p, expression, LEVEL.any);
      write(p, " as ");
      writeIdentifier(p, name);
    });
  }
  if (rows !== undefined) start(rows);
  if (skipTo !== undefined) {
    start("after match skip ");
    printSkipTo(p, skipTo);
  }
  if (search !== undefined) start(search);
  if (pattern !== undefined) {
    start("pattern (");
    printPattern(p, pattern, 0);
    write(p, ")");
  }
  if (subsets.length > 0) {
    start("subset ");
    writeList(p, subsets, ({ name, members }) => {
      writeIdentifier(p, name);
      write(p, " = (");
      writeIdentifiers(p, members);
      write(p, ")");
    });
  }
  if (definitions.length > 0) {
    start("define ");
    writeList(p, definitions, ({ name, condition }) => {
      writeIdentifier(p, name);
      write(p, " as ");
      p.rules.expression(p, condition, LEVEL.any);
    });
  }
}

const SKIP_TARGETS: { readonly [Target in SkipTo["target"]]: string } = {
  "next-row": "to next row",
  "past-last-row": "past last row",
  first: "to first ",
  last: "to last ",
  variable: "to ",
};

function printSkipTo(p: Printer, { target, variable }: SkipTo): void {
  write(p, SKIP_TARGETS[target]);
  if (variable !== undefined) writeIdentifier(p, variable);
}

const ALTERNATIVE = 0;
const SEQUENCE = 1;
const QUANTIFIED = 2;
const ATOM = 3;

function patternLevel(pattern: RowPattern): number {
  switch (pattern.kind) {
    case "pattern-alternatives":
      return ALTERNATIVE;
    case "pattern-sequence":
      return SEQUENCE;
    case "pattern-quantified":
      return QUANTIFIED;
    default:
      return ATOM;
  }
}

function printPattern(p: Printer, pattern: RowPattern, level: number): void {
  if (patternLevel(pattern) >= level) {
    printBare(p, pattern);
    return;
  }
  write(p, "(");
  printBare(p, pattern);
  write(p, ")");
}

function printBare(p: Printer, pattern: RowPattern): void {
  switch (pattern.kind) {
    case "pattern-variable":
      writeIdentifier(p, pattern.name);
      return;
    case "pattern-alternatives":
    case "pattern-sequence": {
      const isSequence = pattern.kind === "pattern-sequence";
      pattern.items.forEach((item, index) => {
        if (index > 0) write(p, isSequence ? " " : " | ");
        printPattern(p, item, isSequence ? QUANTIFIED : SEQUENCE);
      });
      return;
    }
    case "pattern-permutation":
      write(p, "permute(");
      writeList(p, pattern.items, (item) => printPattern(p, item, ALTERNATIVE));
      write(p, ")");
      return;
    case "pattern-exclusion":
      write(p, "{- ");
      printPattern(p, pattern.pattern, ALTERNATIVE);
      write(p, " -}");
      return;
    case "pattern-anchor":
      write(p, pattern.anchor);
      return;
    case "pattern-empty":
      write(p, "()");
      return;
    case "pattern-quantified":
      printPattern(p, pattern.pattern, ATOM);
      write(p, pattern.quantifier, pattern.isReluctant ? "?" : "");
      return;
  }
}

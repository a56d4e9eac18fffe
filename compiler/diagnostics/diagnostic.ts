import type { Mark } from "./mark.ts";

export type Severity = "error" | "warning";

/** What stands behind a code. Codes are never renumbered or reused. */
export interface CodeInfo {
  /** Names the bad thing, noun first: `unread-column`. Warnings are switched off by it. */
  readonly slug: string;
  readonly severity: Severity;
  /** For `odp explain`: what it means, why it matters, how to mend it. Markdown. */
  readonly explain: string;
}

export type Code = `ODP${number}`;

/** Something wrong, as data. */
export interface Diagnostic {
  readonly code: Code;
  readonly slug: string;
  readonly severity: Severity;
  /** One sentence, lower case, no full stop, identifiers in backticks; what is wrong, never the fix. */
  readonly message: string;
  readonly at: Mark;
  /** Other places that matter. */
  readonly related: readonly { readonly at: Mark; readonly message: string }[];
  /** The fix. */
  readonly help?: string;
}

/** What a phase says when it finds something; code, slug and severity are added for it. */
export interface Finding {
  readonly at: Mark;
  readonly message: string;
  readonly related?: readonly { readonly at: Mark; readonly message: string }[];
  readonly help?: string;
}

/** Takes diagnostics; every phase gets one. */
export type Report = (diagnostic: Diagnostic) => void;

/** Makes the diagnostic of a code. */
export function diagnose(code: Code, info: CodeInfo, finding: Finding): Diagnostic {
  return {
    code,
    slug: info.slug,
    severity: info.severity,
    message: finding.message,
    at: finding.at,
    related: finding.related ?? [],
    ...(finding.help === undefined ? {} : { help: finding.help }),
  };
}

// Ruff in this process: what it would format, and what it finds, by the rules that reviewers of DAGs ask for.
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";

const RULES = ["AIR", "E", "F", "I", "UP", "S", "B"];

const workspace = new Workspace(
  {
    "line-length": 110,
    "target-version": "py311",
    lint: { select: RULES, preview: true },
  },
  PositionEncoding.Utf16,
);

/** The text as `ruff format` leaves it. */
export function formatted(text: string): string {
  return workspace.format(text);
}

/** A line for each finding. */
export function findings(text: string): readonly string[] {
  const found: readonly {
    readonly code: string | null;
    readonly message: string;
    readonly start_location: { readonly row: number };
  }[] = workspace.check(text);
  return found.map(({ code, message, start_location }) => `${start_location.row}: ${code}: ${message}`);
}

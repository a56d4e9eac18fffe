import type { DashboardSpec, Row, Section } from "../../dsl/dashboard.ts";

/** A row of a dashboard and its place in the spec. */
export interface PlacedRow {
  readonly row: Row;
  readonly path: readonly (string | number)[];
}

/** Every row of a dashboard in the order of the text, those of tabs and sections included. */
export function rowsOf({ rows = [], tabs = [] }: DashboardSpec): readonly PlacedRow[] {
  return [
    ...placed(rows, ["rows"]),
    ...tabs.flatMap((tab, index) => placed(tab.rows ?? [], ["tabs", index, "rows"])),
  ];
}

/** The rows of a list, those of its sections too. */
function placed(items: readonly (Row | Section)[], path: readonly (string | number)[]): readonly PlacedRow[] {
  return items.flatMap((item, index): readonly PlacedRow[] =>
    isSection(item)
      ? item.rows.map((row, inner) => ({ row, path: [...path, index, "rows", inner] }))
      : [{ row: item, path: [...path, index] }],
  );
}

export function isSection(item: Row | Section): item is Section {
  return !Array.isArray(item);
}

import type { Chart, ChartKind } from "../../../dsl/chart.ts";
import type { DashboardSpec, Markdown, Row, Section } from "../../../dsl/dashboard.ts";
import { isSection } from "../../graph/dashboard-rows.ts";
import type { SupersetChart, SupersetNode, SupersetObject } from "../superset.ts";
import { slugOf, uniqueNames } from "./superset-names.ts";

/** Number of a chart inside its dashboard; Superset puts its own in the place of it. */
export type ChartNumbers = ReadonlyMap<Chart, number>;

/** The charts of a dashboard under what they became. */
export type PlacedCharts = ReadonlyMap<Chart, SupersetChart>;

/** Where everything stands, from the root down. Source of the grammar: `isValidChild` of Superset's front end. */
export function layoutOf(
  spec: DashboardSpec,
  charts: PlacedCharts,
  numbers: ChartNumbers,
): readonly SupersetNode[] {
  const draft = new Map<string, Draft>();
  const unique = uniqueNames();
  const add: Add = (parents, type, name, meta) => {
    const id = unique(name);
    draft.set(id, { id, type, parents, children: [], meta });
    draft.get(parents.at(-1) ?? "")?.children.push(id);
    return [...parents, id];
  };
  const root = add([], "ROOT", "ROOT_ID", null);
  const grid = add(root, "GRID", "GRID_ID", null);
  add([], "HEADER", "HEADER_ID", { text: spec.title });
  const place = (rows: readonly (Row | Section)[], parents: readonly string[]) => {
    for (const item of rows) {
      if (isSection(item)) add(parents, "HEADER", `HEADER-${slugOf(item.title)}`, headerOf(item));
      for (const row of isSection(item) ? item.rows : [item]) addRow(row, parents, charts, numbers, add);
    }
  };
  place(spec.rows ?? [], grid);
  if (spec.tabs !== undefined && spec.tabs.length > 0) {
    const tabs = add(grid, "TABS", "TABS", {});
    for (const tab of spec.tabs)
      place(tab.rows, add(tabs, "TAB", `TAB-${slugOf(tab.title)}`, { text: tab.title }));
  }
  return [...draft.values()];
}

interface Draft extends SupersetNode {
  readonly children: string[];
}

type Add = (
  parents: readonly string[],
  type: SupersetNode["type"],
  name: string,
  meta: SupersetObject | null,
) => readonly string[];

function addRow(
  row: Row,
  parents: readonly string[],
  charts: PlacedCharts,
  numbers: ChartNumbers,
  add: Add,
): void {
  const [first] = row;
  if (first === undefined) return;
  const nameOf = (item: Chart | Markdown) =>
    item.kind === "markdown" ? slugOf(item.text).slice(0, 24) : (charts.get(item)?.slug ?? "");
  const inRow = add(parents, "ROW", `ROW-${nameOf(first)}`, { background: "BACKGROUND_TRANSPARENT" });
  const widths = widthsOf(row);
  // What stands side by side is equally high.
  const height = Math.max(...row.map((item, index) => heightOf(item, widths[index] ?? 1)));
  for (const [index, item] of row.entries()) {
    const size = { width: widths[index] ?? 1, height };
    if (item.kind === "markdown")
      add(inRow, "MARKDOWN", `MARKDOWN-${nameOf(item)}`, { code: item.text, ...size });
    else {
      const chart = charts.get(item);
      const meta = {
        chartId: numbers.get(item) ?? 0,
        uuid: chart?.uuid ?? "",
        sliceName: chart?.title ?? "",
        ...size,
      };
      add(inRow, "CHART", `CHART-${nameOf(item)}`, meta);
    }
  }
}

function headerOf({ title }: Section): SupersetObject {
  return { text: title, headerSize: "MEDIUM_HEADER", background: "BACKGROUND_TRANSPARENT" };
}

const TWELFTHS = 12;

/** Widths in twelfths: as declared, and equal shares of the rest, the first ones one wider where it does not divide. */
export function widthsOf(row: Row): readonly number[] {
  const declared = row.map((item) => (item.kind === "chart" ? item.spec.width : item.width));
  const open = declared.filter((width) => width === undefined).length;
  const rest = TWELFTHS - declared.reduce((total: number, width) => total + (width ?? 0), 0);
  let given = 0;
  return declared.map((width) => {
    if (width !== undefined) return width;
    const share = Math.floor(rest / open) + (given < rest % open ? 1 : 0);
    given += 1;
    return Math.max(1, share);
  });
}

/** Heights in units of eight pixels. */
const HEIGHTS: Readonly<Partial<Record<ChartKind, number>>> = { bigNumber: 20, bigNumberTrend: 26 };
const CHART_HEIGHT = 50;
const LEAST_HEIGHT = 7;
/** Characters in a line of text that is one twelfth wide, on a page of 1,200 pixels. */
const CHARACTERS = 11;

function heightOf(item: Chart | Markdown, width: number): number {
  if (item.kind === "chart") return HEIGHTS[item.type] ?? CHART_HEIGHT;
  const lines = item.text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(line.length / (CHARACTERS * width))) + (/^#/.test(line) ? 1 : 0));
  return Math.max(LEAST_HEIGHT, 4 + 3 * lines.reduce((total, count) => total + count, 0));
}

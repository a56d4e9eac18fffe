import type { Filter } from "../../../dsl/dashboard.ts";
import { isColumnRef, type RelationBody } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import type { SupersetObject } from "../superset.ts";
import { humanised, slugOf } from "./superset-names.ts";

/** What a filter has to know of its dashboard. */
export interface FilterContext {
  readonly uuidOf: (relation: RelationBody) => string;
  /** Numbers of the charts that the filter does not work on. */
  readonly excluded: (filter: Filter) => readonly number[];
}

/** A filter that readers set, in the bar beside the dashboard. */
export function nativeFilter(filter: Filter, context: FilterContext): SupersetObject {
  if (!isColumnRef(filter.column)) throw new Error("a filter of no column");
  const { name, relation } = filter.column[COLUMN];
  const { type, target, control, mask } = kindOf(filter, name, context.uuidOf(relation));
  return {
    id: `NATIVE_FILTER-${filter.type}-${slugOf(name)}`,
    type: "NATIVE_FILTER",
    name: filter.label ?? humanised(name),
    description: "",
    filterType: type,
    targets: [target],
    controlValues: control,
    defaultDataMask: mask,
    cascadeParentIds: [],
    scope: { rootPath: ["ROOT_ID"], excluded: context.excluded(filter) },
  };
}

interface Kind {
  readonly type: string;
  readonly target: SupersetObject;
  readonly control: SupersetObject;
  readonly mask: SupersetObject;
}

const NOTHING = { extraFormData: {}, filterState: {}, ownState: {} } as const;

function kindOf(filter: Filter, column: string, uuid: string): Kind {
  const target = { datasetUuid: uuid, column: { name: column } };
  switch (filter.type) {
    case "time": {
      const range = timeRange(String(filter.default ?? ""));
      // Both halves are needed: what is filtered, and what the bar shows.
      const mask = { extraFormData: { time_range: range }, filterState: { value: range }, ownState: {} };
      return { type: "filter_time", target: {}, control: { enableEmptyFilter: false }, mask };
    }
    case "range":
      return { type: "filter_range", target, control: { enableEmptyFilter: false }, mask: NOTHING };
    case "select": {
      const control = {
        multiSelect: filter.multiple ?? false,
        enableEmptyFilter: false,
        defaultToFirstItem: false,
        searchAllOptions: false,
        inverseSelection: false,
      };
      return { type: "filter_select", target, control, mask: selected(column, filter.default) };
    }
  }
}

function selected(column: string, values: Filter["default"]): SupersetObject {
  const chosen = typeof values === "string" ? [values] : (values ?? []);
  if (chosen.length === 0) return NOTHING;
  return {
    extraFormData: { filters: [{ col: column, op: "IN", val: chosen }] },
    filterState: { value: chosen, label: chosen.join(", ") },
    ownState: {},
  };
}

/** The language's words for a range as Superset has them; dates stay as they are. */
export function timeRange(text: string): string {
  if (text === "all") return "No filter";
  return text
    .replace(/^last/u, "Last")
    .replace(/^current/u, "Current")
    .replace(/^previous/u, "previous calendar");
}

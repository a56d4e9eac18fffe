import type { Report } from "../diagnostics/diagnostic.ts";
import type { Graph } from "../graph/graph.ts";
import type { Check } from "./check.ts";
import { malformedCount } from "./config/malformed-count.ts";
import { malformedDate } from "./config/malformed-date.ts";
import { malformedDuration } from "./config/malformed-duration.ts";
import { malformedWarehouse } from "./config/malformed-warehouse.ts";
import { mixedVersions } from "./config/mixed-versions.ts";
import { outlivedSnapshots } from "./config/outlived-snapshots.ts";
import { plainSecret } from "./config/plain-secret.ts";
import { shortSnapshotRetention } from "./config/short-snapshot-retention.ts";
import { unknownWarning } from "./config/unknown-warning.ts";
import { wrongCatalogKey } from "./config/wrong-catalog-key.ts";
import { ambiguousRelation } from "./identity/ambiguous-relation.ts";
import { circularModels } from "./identity/circular-models.ts";
import { circularPipelines } from "./identity/circular-pipelines.ts";
import { contestedModel } from "./identity/contested-model.ts";
import { doublyListedModel } from "./identity/doubly-listed-model.ts";
import { duplicateName } from "./identity/duplicate-name.ts";
import { emptyPipeline } from "./identity/empty-pipeline.ts";
import { unknownReference } from "./identity/unknown-reference.ts";
import { unknownRelation } from "./identity/unknown-relation.ts";
import { unusableValue } from "./identity/unusable-value.ts";
import { unusedDeclaration } from "./identity/unused-declaration.ts";
import { chainedViews } from "./models/chained-views.ts";
import { exposedIntermediate } from "./models/exposed-intermediate.ts";
import { grainlessMart } from "./models/grainless-mart.ts";
import { impossibleRowCount } from "./models/impossible-row-count.ts";
import { invertedLayers } from "./models/inverted-layers.ts";
import { malformedPartition } from "./models/malformed-partition.ts";
import { manyJoins } from "./models/many-joins.ts";
import { mismatchedIncrement } from "./models/mismatched-increment.ts";
import { mismatchedResult } from "./models/mismatched-result.ts";
import { mismatchedSeed } from "./models/mismatched-seed.ts";
import { misplacedAggregate } from "./models/misplaced-aggregate.ts";
import { missingSql } from "./models/missing-sql.ts";
import { mistypedAcceptedValue } from "./models/mistyped-accepted-value.ts";
import { mistypedExpression } from "./models/mistyped-expression.ts";
import { mistypedFixture } from "./models/mistyped-fixture.ts";
import { mistypedResult } from "./models/mistyped-result.ts";
import { mistypedSeedValue } from "./models/mistyped-seed-value.ts";
import { mixedJoinTypes } from "./models/mixed-join-types.ts";
import { mixedTimeZones } from "./models/mixed-time-zones.ts";
import { narrowWindow } from "./models/narrow-window.ts";
import { nullableGrain } from "./models/nullable-grain.ts";
import { nullableResult } from "./models/nullable-result.ts";
import { repeatedSeedRow } from "./models/repeated-seed-row.ts";
import { repeatedTestName } from "./models/repeated-test-name.ts";
import { rootlessModel } from "./models/rootless-model.ts";
import { starredSource } from "./models/starred-source.ts";
import { storedView } from "./models/stored-view.ts";
import { truncatingDivision } from "./models/truncating-division.ts";
import { uncapturedFace } from "./models/uncaptured-face.ts";
import { undescribedMart } from "./models/undescribed-mart.ts";
import { ungroupedColumn } from "./models/ungrouped-column.ts";
import { unknownColumn } from "./models/unknown-column.ts";
import { unknownFixtureColumn } from "./models/unknown-fixture-column.ts";
import { unknownNamedColumn } from "./models/unknown-named-column.ts";
import { unreadFixture } from "./models/unread-fixture.ts";
import { unreadIntermediate } from "./models/unread-intermediate.ts";
import { unreadableSql } from "./models/unreadable-sql.ts";
import { unstorableType } from "./models/unstorable-type.ts";
import { unusablePeriod } from "./models/unusable-period.ts";
import { unusableWindow } from "./models/unusable-window.ts";
import { wrongDbtConfig } from "./models/wrong-dbt-config.ts";
import { clashingName } from "./names/clashing-name.ts";
import { clashingTable } from "./names/clashing-table.ts";
import { malformedName } from "./names/malformed-name.ts";
import { overlongName } from "./names/overlong-name.ts";
import { shortRetention } from "./names/short-retention.ts";
import { wrongConnectorKey } from "./names/wrong-connector-key.ts";
import { wrongTopicKey } from "./names/wrong-topic-key.ts";
import { datelessPeriod } from "./outputs/dateless-period.ts";
import { emptyDashboard } from "./outputs/empty-dashboard.ts";
import { endlessComparison } from "./outputs/endless-comparison.ts";
import { exposedPersonalData } from "./outputs/exposed-personal-data.ts";
import { idleFilter } from "./outputs/idle-filter.ts";
import { impossiblePercentile } from "./outputs/impossible-percentile.ts";
import { malformedAddress } from "./outputs/malformed-address.ts";
import { malformedFormat } from "./outputs/malformed-format.ts";
import { malformedTimeRange } from "./outputs/malformed-time-range.ts";
import { misleadingTotal } from "./outputs/misleading-total.ts";
import { missingColumn } from "./outputs/missing-column.ts";
import { missingRecipient } from "./outputs/missing-recipient.ts";
import { mixedChart } from "./outputs/mixed-chart.ts";
import { overfullRow } from "./outputs/overfull-row.ts";
import { repeatedFilter } from "./outputs/repeated-filter.ts";
import { repeatedTitle } from "./outputs/repeated-title.ts";
import { strayPeriod } from "./outputs/stray-period.ts";
import { templatedMetric } from "./outputs/templated-metric.ts";
import { unboundParameter } from "./outputs/unbound-parameter.ts";
import { unexplainedConsent } from "./outputs/unexplained-consent.ts";
import { unfitColumn } from "./outputs/unfit-column.ts";
import { unfitLimit } from "./outputs/unfit-limit.ts";
import { unknownChartType } from "./outputs/unknown-chart-type.ts";
import { unknownFact } from "./outputs/unknown-fact.ts";
import { unusableSort } from "./outputs/unusable-sort.ts";
import { wrongFormDataKey } from "./outputs/wrong-form-data-key.ts";
import { type CheckOptions, runAll } from "./run-checks.ts";
import { earlyReport } from "./schedules/early-report.ts";
import { hastyDeadline } from "./schedules/hasty-deadline.ts";
import { impossibleDate } from "./schedules/impossible-date.ts";
import { largeDag } from "./schedules/large-dag.ts";
import { malformedCron } from "./schedules/malformed-cron.ts";
import { malformedRetries } from "./schedules/malformed-retries.ts";
import { missingSchedule } from "./schedules/missing-schedule.ts";
import { oversizedDag } from "./schedules/oversized-dag.ts";
import { shortTimeout } from "./schedules/short-timeout.ts";
import { skippedHour } from "./schedules/skipped-hour.ts";
import { staleOutput } from "./schedules/stale-output.ts";
import { unknownZone } from "./schedules/unknown-zone.ts";
import { unrenderedTemplate } from "./schedules/unrendered-template.ts";
import { unwatchablePipeline } from "./schedules/unwatchable-pipeline.ts";
import { wrongOperatorArgument } from "./schedules/wrong-operator-argument.ts";
import { collidingColumns } from "./sources/colliding-columns.ts";
import { costlyIdentity } from "./sources/costly-identity.ts";
import { epochLikeName } from "./sources/epoch-like-name.ts";
import { keylessTable } from "./sources/keyless-table.ts";
import { lossyColumn } from "./sources/lossy-column.ts";
import { malformedEpoch } from "./sources/malformed-epoch.ts";
import { mismatchedReference } from "./sources/mismatched-reference.ts";
import { nullableKey } from "./sources/nullable-key.ts";
import { refusedType } from "./sources/refused-type.ts";
import { reservedColumnName } from "./sources/reserved-column-name.ts";
import { sharedSlot } from "./sources/shared-slot.ts";
import { unknownKeyColumn } from "./sources/unknown-key-column.ts";
import { unknownLoss } from "./sources/unknown-loss.ts";
import { unmarkedLargeValue } from "./sources/unmarked-large-value.ts";
import { unreadableColumnName } from "./sources/unreadable-column-name.ts";
import { byCodeUnit } from "./support/words.ts";

/** Every check, sorted by its code. A new one is a file in the folder of its domain and a line here. */
const rules: readonly Check[] = [
  duplicateName,
  unknownRelation,
  unusableValue,
  unknownReference,
  circularModels,
  ambiguousRelation,
  unusedDeclaration,
  contestedModel,
  doublyListedModel,
  emptyPipeline,
  circularPipelines,
  keylessTable,
  nullableKey,
  refusedType,
  lossyColumn,
  unreadableColumnName,
  collidingColumns,
  reservedColumnName,
  mismatchedReference,
  malformedEpoch,
  epochLikeName,
  sharedSlot,
  costlyIdentity,
  unmarkedLargeValue,
  unknownKeyColumn,
  unknownLoss,
  overlongName,
  malformedName,
  clashingName,
  clashingTable,
  shortRetention,
  wrongConnectorKey,
  wrongTopicKey,
  unreadableSql,
  missingSql,
  unknownColumn,
  mismatchedResult,
  mistypedExpression,
  ungroupedColumn,
  misplacedAggregate,
  truncatingDivision,
  mixedTimeZones,
  mixedJoinTypes,
  mistypedResult,
  nullableResult,
  unknownNamedColumn,
  nullableGrain,
  mismatchedIncrement,
  unusablePeriod,
  unusableWindow,
  narrowWindow,
  unstorableType,
  storedView,
  malformedPartition,
  unreadFixture,
  unknownFixtureColumn,
  mistypedFixture,
  mistypedAcceptedValue,
  starredSource,
  uncapturedFace,
  mismatchedSeed,
  repeatedSeedRow,
  mistypedSeedValue,
  invertedLayers,
  unreadIntermediate,
  exposedIntermediate,
  rootlessModel,
  grainlessMart,
  undescribedMart,
  manyJoins,
  chainedViews,
  repeatedTestName,
  wrongDbtConfig,
  impossibleRowCount,
  strayPeriod,
  mixedChart,
  unfitColumn,
  missingColumn,
  idleFilter,
  emptyDashboard,
  missingRecipient,
  malformedAddress,
  exposedPersonalData,
  unexplainedConsent,
  repeatedTitle,
  datelessPeriod,
  overfullRow,
  impossiblePercentile,
  unboundParameter,
  unknownFact,
  unfitLimit,
  malformedFormat,
  malformedTimeRange,
  endlessComparison,
  unusableSort,
  misleadingTotal,
  templatedMetric,
  wrongFormDataKey,
  unknownChartType,
  repeatedFilter,
  malformedCron,
  impossibleDate,
  unknownZone,
  skippedHour,
  missingSchedule,
  earlyReport,
  unwatchablePipeline,
  hastyDeadline,
  shortTimeout,
  malformedRetries,
  largeDag,
  oversizedDag,
  staleOutput,
  wrongOperatorArgument,
  unrenderedTemplate,
  shortSnapshotRetention,
  outlivedSnapshots,
  wrongCatalogKey,
  plainSecret,
  malformedDuration,
  malformedWarehouse,
  mixedVersions,
  malformedDate,
  malformedCount,
];

/** The rules, and the one about exceptions to them. */
export const checks: readonly Check[] = [...rules, unknownWarning(rules)].sort((a, b) =>
  byCodeUnit(a.code, b.code),
);

/** Runs every check, always all of them; warnings whose slug stands in `off` are not reported. */
export function runChecks(graph: Graph, report: Report, options: CheckOptions): void {
  runAll(checks, graph, report, options);
}

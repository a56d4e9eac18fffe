import { words } from "./key-table.ts";

/**
 * Types of charts that Superset 6.1.0 draws, by the name that is stored. Source: the table of types in its own front
 * end; those of deck.gl from its plugin.
 */
export const SUPERSET_CHART_TYPES = words(`
  ag-grid-table big_number big_number_total box_plot bubble bubble_v2 bullet cal_heatmap cartodiagram chord compare
  country_map deck_arc deck_contour deck_geojson deck_grid deck_heatmap deck_hex deck_multi deck_path deck_polygon
  deck_scatter deck_screengrid echarts_area echarts_timeseries echarts_timeseries_bar echarts_timeseries_line
  echarts_timeseries_scatter echarts_timeseries_smooth echarts_timeseries_step funnel gantt_chart gauge_chart graph_chart
  handlebars heatmap_v2 histogram_v2 horizon mapbox mixed_timeseries paired_ttest para partition pie pivot_table_v2
  pop_kpi radar rose sankey_v2 sunburst_v2 table time_pivot time_table tree_chart treemap_v2 waterfall word_cloud
  world_map
`);

/** Keys of form data that many types of charts know. */
const COMMON = `
  adhoc_filters annotation_layers color_scheme compare_lag compare_suffix comparison_type conditional_formatting
  contributionMode currency_format label_colors legendOrientation legendType min_periods number_format
  resample_method resample_rule rolling_periods rolling_type row_limit series_limit series_limit_metric show_legend
  stack subtitle time_compare time_range timeseries_limit_metric truncateYAxis url_params x_axis_sort
  x_axis_sort_asc x_axis_sort_series x_axis_sort_series_ascending y_axis_format
`;

/**
 * Keys of form data by the type of chart. Source: what Superset 6.1.0's own front end adds to saved form data, and the
 * form data of the recorded charts.
 */
const KEYS: Readonly<Record<string, string>> = {
  big_number: `
    aggregation color_picker force_timestamp_formatting header_font_size metric metric_name_font_size
    show_metric_name show_timestamp show_trend_line show_x_axis show_x_axis_min_max_labels show_y_axis
    show_y_axis_min_max_labels start_y_axis_at_zero subheader_font_size subtitle_font_size time_format
    time_grain_sqla x_axis
  `,
  big_number_total: `
    force_timestamp_formatting header_font_size metric metric_name_font_size show_metric_name subheader_font_size
    subtitle_font_size time_format
  `,
  box_plot: `
    columns date_format groupby metrics temporal_columns_lookup whiskerOptions x_axis_title x_axis_title_margin
    x_ticks_layout y_axis_title y_axis_title_margin y_axis_title_position zoomable
  `,
  echarts_area: `
    echart_options force_max_interval forecastEnabled forecastInterval forecastPeriods
    group_others_when_limit_reached groupby logAxis markerEnabled markerSize metrics minorSplitLine minorTicks
    only_total opacity order_desc percentage_threshold rich_tooltip seriesType showTooltipPercentage
    showTooltipTotal show_empty_columns show_extra_controls show_value sort_series_ascending sort_series_type
    time_grain_sqla time_shift_color tooltipSortByMetric tooltipTimeFormat truncateXAxis truncate_metric
    xAxisForceCategorical xAxisLabelInterval xAxisLabelRotation x_axis x_axis_number_format x_axis_time_format
    x_axis_title x_axis_title_margin y_axis_bounds y_axis_title y_axis_title_margin y_axis_title_position zoomable
  `,
  echarts_timeseries_bar: `
    color_by_primary_axis echart_options force_max_interval forecastEnabled forecastInterval forecastPeriods
    group_others_when_limit_reached groupby logAxis metrics minorSplitLine minorTicks only_total order_desc
    orientation percentage_threshold rich_tooltip showTooltipPercentage showTooltipTotal show_empty_columns
    show_value sort_series_ascending sort_series_type time_grain_sqla time_shift_color tooltipSortByMetric
    tooltipTimeFormat truncateXAxis truncate_metric xAxisForceCategorical xAxisLabelInterval xAxisLabelRotation
    x_axis x_axis_number_format x_axis_time_format x_axis_title x_axis_title_margin y_axis_bounds y_axis_title
    y_axis_title_margin y_axis_title_position zoomable
  `,
  echarts_timeseries_line: `
    area echart_options force_max_interval forecastEnabled forecastInterval forecastPeriods
    group_others_when_limit_reached groupby logAxis markerEnabled markerSize metrics minorSplitLine minorTicks
    only_total opacity order_desc percentage_threshold rich_tooltip showTooltipPercentage showTooltipTotal
    show_empty_columns show_value sort_series_ascending sort_series_type time_grain_sqla time_shift_color
    tooltipSortByMetric tooltipTimeFormat truncateXAxis truncate_metric xAxisForceCategorical xAxisLabelInterval
    xAxisLabelRotation x_axis x_axis_number_format x_axis_time_format x_axis_title x_axis_title_margin
    y_axis_bounds y_axis_title y_axis_title_margin y_axis_title_position zoomable
  `,
  echarts_timeseries_scatter: `
    force_max_interval forecastEnabled forecastInterval forecastPeriods group_others_when_limit_reached groupby
    logAxis markerEnabled markerSize metrics minorSplitLine minorTicks only_total order_desc percentage_threshold
    rich_tooltip showTooltipPercentage showTooltipTotal show_empty_columns show_value sort_series_ascending
    sort_series_type time_grain_sqla time_shift_color tooltipSortByMetric tooltipTimeFormat truncateXAxis
    truncate_metric xAxisForceCategorical xAxisLabelInterval xAxisLabelRotation x_axis x_axis_number_format
    x_axis_time_format x_axis_title x_axis_title_margin y_axis_bounds y_axis_title y_axis_title_margin
    y_axis_title_position zoomable
  `,
  funnel: `
    groupby label_type metric percent_calculation_type show_labels show_tooltip_labels sort_by_metric
    tooltip_label_type
  `,
  heatmap_v2: `
    border_color border_width bottom_margin groupby left_margin legend_type linear_color_scheme metric
    normalize_across normalized show_percentage show_values sort_x_axis sort_y_axis value_bounds
    xAxisLabelRotation x_axis x_axis_time_format xscale_interval yscale_interval
  `,
  histogram_v2: `
    bins column cumulative groupby normalize show_value x_axis_format x_axis_title y_axis_title
  `,
  mixed_timeseries: `
    adhoc_filters_b area areaB echart_options force_max_interval groupby groupby_b logAxis logAxisSecondary
    markerEnabled markerEnabledB markerSize markerSizeB metrics metrics_b minorSplitLine minorTicks only_total
    only_totalB opacity opacityB order_desc rich_tooltip seriesType seriesTypeB showTooltipPercentage
    showTooltipTotal show_query_identifiers sort_series_ascending sort_series_ascendingB sort_series_type
    sort_series_typeB stackB time_grain_sqla time_shift_color tooltipSortByMetric tooltipTimeFormat truncateXAxis
    truncate_metric xAxisLabelInterval xAxisLabelRotation x_axis x_axis_time_format x_axis_title
    x_axis_title_margin yAxisIndex yAxisIndexB yAxisTitleSecondary y_axis_bounds y_axis_bounds_secondary
    y_axis_format_secondary y_axis_title y_axis_title_margin y_axis_title_position zoomable
  `,
  pie: `
    date_format donut groupby innerRadius label_line label_type labels_outside metric outerRadius show_labels
    show_labels_threshold show_total sort_by_metric threshold_for_other
  `,
  pivot_table_v2: `
    aggregateFunction allow_render_html colOrder colSubTotals colSubtotalPosition colTotals combineMetric
    date_format groupbyColumns groupbyRows metrics metricsLayout order_desc rowOrder rowSubTotals
    rowSubtotalPosition rowTotals temporal_columns_lookup transposePivot valueFormat
  `,
  table: `
    align_pn all_columns allow_rearrange_columns allow_render_html color_pn column_config comparison_color_enabled
    comparison_color_scheme groupby include_search include_time metrics order_by_cols order_desc page_length
    percent_metric_calculation percent_metrics query_mode server_page_length server_pagination show_cell_bars
    show_totals table_timestamp_format temporal_columns_lookup
  `,
  treemap_v2: `
    date_format groupby label_type metric show_labels show_upper_labels
  `,
};

/** Every key that a type of chart knows; undefined for a type without a list. */
export function formDataKeys(type: string): ReadonlySet<string> | undefined {
  const own = KEYS[type];
  return own === undefined ? undefined : words(COMMON + own);
}

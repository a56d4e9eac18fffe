/** `reports.py` of the package beside the DAGs. */
export const REPORTS = String.raw`"""What a report is about, and whether the data for it is there."""

import logging
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from .as_of import as_of_inputs, oldest

log = logging.getLogger(__name__)


def inputs_are_complete(zone: str, whole: str, **context: Any) -> Any:
    """Wait until every input holds all that happened before the period ended; give period and as-of time.

    A period goes from the time of the schedule before this one to this one, each cut to the start of its day
    (or hour, or minute: whole) in the report's zone. params may name another period, to send a report again.
    """
    from airflow.sdk import PokeReturnValue

    start, end = period_of(context, zone, whole)
    times = as_of_inputs(context)
    late = [name for name, time in times.items() if time is None or datetime.fromisoformat(time) < end]
    if late:
        log.info("not complete up to %s yet: %s", end.isoformat(), ", ".join(late))
        return False
    as_of = oldest(times.values())
    found = {"periodStart": start.isoformat(), "periodEnd": end.isoformat(), "asOf": as_of}
    log.info("complete: %s", found)
    return PokeReturnValue(is_done=True, xcom_value=found)


def period_of(context: Any, zone: str, whole: str) -> tuple[datetime, datetime]:
    """Start and end of the period, both in the zone."""
    from airflow.sdk.exceptions import AirflowFailException

    place = ZoneInfo(zone)
    params, run = context["params"], context["dag_run"]
    if params.get("period_start") and params.get("period_end"):
        given = (params["period_start"], params["period_end"])
        start, end = (in_zone(datetime.fromisoformat(text), place) for text in given)
    elif run.data_interval_start and run.data_interval_end:
        start, end = (cut(moment.astimezone(place), whole) for moment in interval(run))
    else:
        end = cut(run.run_after.astimezone(place), whole)
        start = cut(end - timedelta(microseconds=1), whole)
    if start >= end:
        raise AirflowFailException(
            f"the period from {start} to {end} is empty: give period_start and period_end"
        )
    return start, end


def interval(run: Any) -> tuple[datetime, datetime]:
    return run.data_interval_start, run.data_interval_end


def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def cut(moment: datetime, whole: str) -> datetime:
    """The start of the day, hour or minute in which a moment lies."""
    cut_off = moment.replace(second=0, microsecond=0)
    if whole == "minute":
        return cut_off
    return cut_off.replace(minute=0) if whole == "hour" else cut_off.replace(hour=0, minute=0)
`;

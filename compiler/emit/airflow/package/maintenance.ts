/** `maintenance.py` of the package beside the DAGs. */
export const MAINTENANCE = String.raw`"""When the upkeep of the tables does its weekly part."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

SUNDAY = 6


def is_sunday(zone: str, **context: Any) -> bool:
    """Whether the run was due on a Sunday."""
    moment: datetime = context["dag_run"].run_after
    return moment.astimezone(ZoneInfo(zone)).weekday() == SUNDAY
`;

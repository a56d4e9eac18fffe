/** `as_of.py` of the package beside the DAGs. */
export const AS_OF = String.raw`"""The as-of time of a table: everything that was committed in its sources before that moment is in it.

It travels in the extra of asset events. The barrier of a source proves it for the current tables; a model
is as old as the oldest of its inputs.
"""

from collections.abc import Iterable
from typing import Any


def as_of_inputs(context: Any) -> dict[str, str | None]:
    """As-of times by the name of each asset that the task reads, from the newest event of each."""
    return {asset.name: newest(context["inlet_events"][asset]) for asset in context["inlets"]}


def newest(events: Any) -> str | None:
    for event in events.ascending(False).limit(1):
        return event.extra.get("as_of")
    return None


def oldest(times: Iterable[str | None]) -> str | None:
    """The oldest of some as-of times; None when one of them is not known."""
    known = list(times)
    if not known or None in known:
        return None
    return min(time for time in known if time)


def set_as_of(context: Any, as_of: str | None) -> None:
    """Give the task's asset events their as-of time."""
    for asset in context["outlets"]:
        context["outlet_events"][asset].extra = {"as_of": as_of} if as_of else {}
`;

"""The rules by which tasks decide: positions, states, periods, days."""

import unittest
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from night_tasks.as_of import oldest
from night_tasks.backfill import build_arguments, differing_text, ranges
from night_tasks.barrier import last_begun, newest_records, sink_has_taken, source_has_passed
from night_tasks.connect_health import cause, problems_of, slot_problems
from night_tasks.maintenance import is_sunday
from night_tasks.reports import period_of
from night_tasks.services import quoted, text


def source(**offset: Any) -> dict[str, Any]:
    return {"offsets": [{"partition": {"server": "s"}, "offset": offset or None}]}


def sink(**taken: int) -> dict[str, Any]:
    return {
        "offsets": [
            {"partition": {"kafka_topic": topic, "kafka_partition": 0}, "offset": {"kafka_offset": offset}}
            for topic, offset in taken.items()
        ]
    }


class Barrier(unittest.TestCase):
    def test_the_source_has_passed_when_it_streams_behind_the_position(self) -> None:
        self.assertTrue(source_has_passed(source(lsn=10, lsn_commit=9), 10))
        self.assertFalse(source_has_passed(source(lsn=9, lsn_commit=12), 10))
        self.assertFalse(source_has_passed(source(lsn=None), 10))
        self.assertFalse(source_has_passed(source(lsn=99, snapshot="INITIAL"), 10))
        self.assertFalse(source_has_passed(source(), 10))
        self.assertFalse(source_has_passed({"offsets": []}, 10))

    def test_the_sink_has_taken_every_partition(self) -> None:
        self.assertTrue(sink_has_taken(sink(a=5, b=0), {"a": {"0": 5}, "b": {"0": 0}}))
        self.assertFalse(sink_has_taken(sink(a=4), {"a": {"0": 5}}))
        self.assertFalse(sink_has_taken(sink(a=5), {"a": {"0": 5, "1": 1}}))

    def test_the_newest_record_is_asked_for_by_topic_and_partition(self) -> None:
        query = newest_records("it's", {"0": 5, "1": 9}, 'or"ders', "shop_bronze")
        self.assertIn("_kafka_topic = 'it''s'", query)
        self.assertIn('"or""ders"', query)
        self.assertIn("(_kafka_partition = 0 and _kafka_offset >= 4)", query)
        self.assertIn("(_kafka_partition = 1 and _kafka_offset >= 8)", query)

    def test_the_last_snapshot_begins_where_its_first_row_was_sent(self) -> None:
        self.assertIsNone(last_begun([]))
        self.assertIsNone(last_begun([(7, 100), (7, 90)]))
        self.assertEqual(last_begun([(7, 100), (9, 250), (9, 200), (7, 90)]), 200)

    def test_names_are_quoted(self) -> None:
        self.assertEqual(quoted("lake", 'a"b'), '"lake"."a""b"')
        self.assertEqual(text("it's"), "'it''s'")


class Health(unittest.TestCase):
    def test_every_part_has_to_run(self) -> None:
        running = {"state": "RUNNING"}
        failed = {"id": 0, "state": "FAILED", "trace": "Outer: a\n\tat x\nCaused by: Inner: b\n\tat y"}
        self.assertEqual(problems_of({"connector": running, "tasks": [{"id": 0, **running}]}), [])
        self.assertEqual(problems_of({"connector": running, "tasks": []}), ["it has no task"])
        self.assertEqual(
            problems_of({"connector": running, "tasks": [failed]}), ["task 0 is FAILED: Caused by: Inner: b"]
        )
        self.assertEqual(cause({"state": "FAILED"}), "")

    def test_a_slot_is_watched_before_it_is_lost(self) -> None:
        self.assertEqual(slot_problems([(True, "reserved", 10.0)], "s", 100), [])
        self.assertEqual(len(slot_problems([(True, "extended", 60.0)], "s", 100)), 1)
        self.assertEqual(len(slot_problems([(False, "lost", None)], "s", 100)), 2)
        self.assertEqual(len(slot_problems([], "s", 100)), 1)


def run(
    start: str | None = None, end: str | None = None, after: str = "2026-03-30T04:00:00+00:00", **params: str
) -> Any:
    moment = datetime.fromisoformat
    return {
        "params": params,
        "dag_run": SimpleNamespace(
            data_interval_start=start and moment(start),
            data_interval_end=end and moment(end),
            run_after=moment(after),
        ),
    }


class Periods(unittest.TestCase):
    def test_a_daily_report_is_about_yesterday_in_its_zone(self) -> None:
        start, end = period_of(
            run("2026-06-01T03:00:00+00:00", "2026-06-02T03:00:00+00:00"), "Africa/Nairobi", "day"
        )
        self.assertEqual(
            (start.isoformat(), end.isoformat()), ("2026-06-01T00:00:00+03:00", "2026-06-02T00:00:00+03:00")
        )

    def test_a_day_may_have_23_hours(self) -> None:
        start, end = period_of(
            run("2026-03-29T04:00:00+00:00", "2026-03-30T04:00:00+00:00"), "Europe/Berlin", "day"
        )
        self.assertEqual(
            (start.isoformat(), end.isoformat()), ("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")
        )
        self.assertEqual(
            end.astimezone(UTC) - start.astimezone(UTC), datetime(2026, 1, 1, 23) - datetime(2026, 1, 1)
        )

    def test_a_run_without_interval_takes_the_unit_before_it(self) -> None:
        start, end = period_of(run(after="2026-06-02T03:07:00+00:00"), "UTC", "hour")
        self.assertEqual((start.hour, end.hour), (2, 3))

    def test_another_period_can_be_asked_for(self) -> None:
        start, end = period_of(
            run(period_start="2026-01-01", period_end="2026-02-01"), "Africa/Nairobi", "day"
        )
        self.assertEqual(
            (start.isoformat(), end.isoformat()), ("2026-01-01T00:00:00+03:00", "2026-02-01T00:00:00+03:00")
        )
        with self.assertRaisesRegex(Exception, "is empty"):
            period_of(run(period_start="2026-02-01", period_end="2026-01-01"), "UTC", "day")

    def test_an_unknown_age_is_no_age(self) -> None:
        self.assertEqual(oldest(["2026-01-02", "2026-01-01"]), "2026-01-01")
        self.assertIsNone(oldest(["2026-01-02", None]))
        self.assertIsNone(oldest([]))


class Backfill(unittest.TestCase):
    def test_days_are_cut_without_gap_or_overlap(self) -> None:
        steps = ranges(date(2026, 1, 1), date(2026, 1, 31), 10)
        self.assertEqual(steps[0], (date(2026, 1, 1), date(2026, 1, 10)))
        self.assertEqual(steps[-1], (date(2026, 1, 31), date(2026, 1, 31)))
        days = [
            start.toordinal() + offset for start, end in steps for offset in range((end - start).days + 1)
        ]
        self.assertEqual(days, list(range(date(2026, 1, 1).toordinal(), date(2026, 1, 31).toordinal() + 1)))

    def test_refuses_what_cannot_be(self) -> None:
        with self.assertRaisesRegex(Exception, "nothing to do"):
            ranges(date(2026, 1, 2), date(2026, 1, 1), 1)
        with self.assertRaisesRegex(Exception, "more days per step"):
            ranges(date(2000, 1, 1), date(2026, 1, 1), 1)

    def test_names_the_range_for_dbt(self) -> None:
        self.assertEqual(
            build_arguments(["backfill__daily"], "2026-01-01", "2026-01-31"),
            [
                "--select",
                "selector:backfill__daily",
                "--vars",
                '{"odp_from": "2026-01-01", "odp_to": "2026-01-31"}',
            ],
        )


    def test_names_the_periods_that_differ_and_what_to_start(self) -> None:
        text = differing_text("daily", [("2026-01-03", 2), ("2026-01-07", 1)])
        self.assertIn("daily: these periods differ from their full rebuild: 2026-01-03, 2026-01-07", text)
        self.assertIn("what = daily, from = 2026-01-03, to = ", text)
        many = differing_text("daily", [(f"2026-01-{day:02}", 1) for day in range(1, 26)])
        self.assertIn("2026-01-20 and 5 more", many)


class Maintenance(unittest.TestCase):
    def test_the_day_is_that_of_the_zone(self) -> None:
        def context(text: str) -> dict[str, Any]:
            return {"dag_run": SimpleNamespace(run_after=datetime.fromisoformat(text))}

        self.assertTrue(is_sunday("UTC", **context("2026-11-22T02:30:00+00:00")))
        self.assertFalse(is_sunday("UTC", **context("2026-11-23T02:30:00+00:00")))
        self.assertTrue(is_sunday("Africa/Nairobi", **context("2026-11-21T23:30:00+00:00")))


if __name__ == "__main__":
    unittest.main()

"""What becomes of models, from the files that dbt leaves."""

import unittest
from typing import Any

from night_tasks.announce import message, problems_of
from night_tasks.dbt import selection
from night_tasks.outcome import Outcome, held_back, joined, outcome_of


def model(name: str, *parents: str) -> dict[str, Any]:
    return {
        "unique_id": f"model.p.{name}",
        "name": name,
        "resource_type": "model",
        "fqn": ["p", "marts", name],
        "depends_on": {"nodes": [f"model.p.{parent}" for parent in parents]},
    }


def test_of(name: str, *parents: str, attached: str | None = None) -> dict[str, Any]:
    return {
        **model(name, *parents),
        "unique_id": f"test.p.{name}",
        "resource_type": "test",
        "attached_node": f"model.p.{attached}" if attached else None,
    }


def manifest(*nodes: dict[str, Any]) -> dict[str, Any]:
    return {"nodes": {node["unique_id"]: node for node in nodes}}


def results(**statuses: str) -> dict[str, Any]:
    def unique_id(name: str) -> str:
        return f"{'test' if name.startswith('t_') else 'model'}.p.{name}"

    return {
        "results": [
            {"unique_id": unique_id(name), "status": status, "message": f"{status} of {name}"}
            for name, status in statuses.items()
        ]
    }


class OutcomeOf(unittest.TestCase):
    nodes = manifest(
        model("orders"),
        model("daily", "orders"),
        model("weekly", "daily"),
        model("people"),
        test_of("t_daily", "daily", "orders", attached="daily"),
        test_of("t_both", "people", "orders"),
    )

    def test_all_well(self) -> None:
        found = outcome_of(results(orders="success", daily="success", t_daily="pass"), self.nodes)
        self.assertEqual(found.built, ["daily", "orders"])
        self.assertEqual((found.failed, found.retry), ({}, []))

    def test_a_failed_test_speaks_against_its_model_and_holds_back_what_reads_it(self) -> None:
        found = outcome_of(
            results(orders="success", daily="success", t_daily="fail", weekly="skipped", people="success"),
            self.nodes,
        )
        self.assertEqual(found.built, ["orders", "people"])
        self.assertEqual(found.failed["daily"]["kind"], "test")
        self.assertIn("t_daily", found.failed["daily"]["messages"][0])
        self.assertEqual(found.failed["weekly"]["because"], ["daily"])
        self.assertEqual(found.retry, ["fqn:p.marts.daily", "fqn:p.marts.t_daily", "fqn:p.marts.weekly"])

    def test_a_test_that_belongs_to_no_model_speaks_against_all_it_reads(self) -> None:
        found = outcome_of(results(orders="success", people="success", t_both="fail"), self.nodes)
        self.assertEqual(sorted(found.failed), ["orders", "people"])

    def test_an_error_is_no_wrong_data(self) -> None:
        found = outcome_of(
            results(orders="error", daily="skipped", people="success", t_daily="skipped"), self.nodes
        )
        self.assertEqual(
            {name: failure["kind"] for name, failure in found.failed.items()},
            {"orders": "error", "daily": "held back"},
        )
        # A test that cannot run says nothing about the data.
        found = outcome_of(results(orders="success", daily="success", t_daily="error"), self.nodes)
        self.assertEqual(found.failed["daily"]["kind"], "error")

    def test_a_warning_fails_nothing(self) -> None:
        found = outcome_of(results(daily="success", t_daily="warn"), self.nodes)
        self.assertEqual((found.built, found.failed, len(found.warnings)), (["daily"], {}, 1))

    def test_another_try_keeps_what_was_built(self) -> None:
        first = outcome_of(results(orders="success", daily="error", people="success"), self.nodes)
        second = joined(first.as_json(), outcome_of(results(daily="success"), self.nodes))
        self.assertEqual((second.built, second.failed), (["daily", "orders", "people"], {}))

    def test_what_was_not_asked_for_is_held_back(self) -> None:
        found = held_back(Outcome(built=["a"]), ["a", "b"], ["root"])
        self.assertEqual(found.failed, {"b": {"kind": "held back", "because": ["root"], "messages": []}})


class Selection(unittest.TestCase):
    def test_builds_the_selector_at_first(self) -> None:
        self.assertEqual(selection("night", None, {}), ["--selector", "night"])

    def test_leaves_out_what_reads_a_failure_of_an_earlier_task(self) -> None:
        failed = {"daily": {"kind": "test", "select": "fqn:p.marts.daily"}}
        self.assertEqual(
            selection("night__2", None, failed),
            ["--select", "selector:night__2", "--exclude", "fqn:p.marts.daily+"],
        )

    def test_builds_only_what_failed_on_another_try(self) -> None:
        before = {"retry": ["fqn:p.marts.daily"], "failed": {"daily": {}}}
        self.assertEqual(selection("night", before, {}), ["--select", "fqn:p.marts.daily"])
        self.assertEqual(selection("night", {"retry": [], "failed": {}}, {}), ["--selector", "night"])


class Announcement(unittest.TestCase):
    def test_names_the_root_and_who_waits(self) -> None:
        outcome = {
            "built": ["people"],
            "failed": {
                "daily": {"kind": "test", "because": [], "messages": ["test t_daily: 3 rows"]},
                "weekly": {"kind": "held back", "because": ["daily"], "messages": []},
            },
        }
        self.assertEqual(problems_of({"build": ["people"]}, {"build": outcome}), [])
        problems = problems_of({"build": ["weekly"]}, {"build": outcome})
        text = message("dashboard sales", "pipeline.ts", problems, ["dashboard Sales"], ["build"])
        for part in ("weekly", "t_daily: 3 rows", "pipeline.ts", "dashboard Sales", "clear the task build"):
            self.assertIn(part, text)

    def test_a_build_that_did_not_end_announces_nothing(self) -> None:
        self.assertEqual(len(problems_of({"build": ["people"]}, {"build": None})), 1)
        self.assertEqual(len(problems_of({"build": ["other"]}, {"build": {"built": [], "failed": {}}})), 1)


if __name__ == "__main__":
    unittest.main()

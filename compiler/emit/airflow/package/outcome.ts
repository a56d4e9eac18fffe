/** `outcome.py` of the package beside the DAGs. */
export const OUTCOME = String.raw`"""What became of each model, from the two files that dbt leaves: run_results.json and manifest.json."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

TESTS = ("test", "unit_test")
BUILT = ("model", "seed", "snapshot")
FAILED = ("error", "fail", "runtime error", "partial success")

# kind: "error", the model could not be built; "test", its data or its logic is wrong; "held back", something
# that it reads failed, named by "because". "messages" are dbt's own.
Failure = dict[str, Any]


@dataclass
class Outcome:
    """Models that are built and tested well, those that are not, and what another try has to select."""

    built: list[str] = field(default_factory=list)
    failed: dict[str, Failure] = field(default_factory=dict)
    retry: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Give the outcome as it is stored and passed on."""
        return asdict(self)


def outcome_of(results: Mapping[str, Any], manifest: Mapping[str, Any]) -> Outcome:
    """Read the results of a run. A failed test speaks against the model that it is attached to."""
    nodes = {**manifest["nodes"], **manifest.get("unit_tests", {})}
    outcome = Outcome()
    roots: dict[str, str] = {}
    skipped: list[str] = []
    for result in results["results"]:
        unique_id, status, message = result["unique_id"], result["status"], result.get("message") or ""
        node = nodes[unique_id]
        if status == "warn":
            outcome.warnings.append(f"{node['name']}: {message}")
        elif status in FAILED:
            for owner in owners(node, nodes):
                roots[owner] = nodes[owner]["name"]
                add_failure(outcome, roots[owner], node, status, message)
            if node["resource_type"] in TESTS:
                outcome.retry.append(selected(node))
        elif node["resource_type"] in BUILT:
            (skipped if status == "skipped" else outcome.built).append(unique_id)
    for unique_id in skipped:
        # A unit test that failed skips its own model: that one is a failure already.
        if unique_id not in roots:
            because = sorted({roots[parent] for parent in ancestors(unique_id, nodes) if parent in roots})
            outcome.failed[nodes[unique_id]["name"]] = {
                "kind": "held back",
                "because": because,
                "messages": [],
            }
    outcome.built = sorted({nodes[unique_id]["name"] for unique_id in outcome.built} - outcome.failed.keys())
    return with_retry(outcome, nodes)


def with_retry(outcome: Outcome, nodes: Mapping[str, Any]) -> Outcome:
    """Select the failed models by their whole paths: a bare name would also mean a folder of that name."""
    for node in nodes.values():
        if node["resource_type"] in BUILT and node["name"] in outcome.failed:
            outcome.failed[node["name"]]["select"] = selected(node)
    selections = {failure["select"] for failure in outcome.failed.values() if "select" in failure}
    outcome.retry = sorted({*outcome.retry, *selections})
    return outcome


def selected(node: Mapping[str, Any]) -> str:
    return f"fqn:{'.'.join(node['fqn'])}"


def add_failure(outcome: Outcome, model: str, node: Mapping[str, Any], status: str, message: str) -> None:
    # A test that cannot run at all is an error, and so is a model; a test that found wrong rows is not.
    is_test = node["resource_type"] in TESTS
    failure = outcome.failed.setdefault(model, {"kind": "test", "because": [], "messages": []})
    if not is_test or status != "fail":
        failure["kind"] = "error"
    failure["messages"].append(f"{'test ' + node['name'] + ': ' if is_test else ''}{message.strip()}")


def owners(node: Mapping[str, Any], nodes: Mapping[str, Any]) -> list[str]:
    """The models that a failure of this node speaks against."""
    if node["resource_type"] not in TESTS:
        return [node["unique_id"]]
    attached = node.get("attached_node")
    if attached in nodes:
        return [attached]
    return [parent for parent in node["depends_on"]["nodes"] if parent in nodes]


def ancestors(unique_id: str, nodes: Mapping[str, Any]) -> set[str]:
    found: set[str] = set()
    stack = [unique_id]
    while stack:
        for parent in nodes.get(stack.pop(), {}).get("depends_on", {}).get("nodes", ()):
            if parent not in found:
                found.add(parent)
                stack.append(parent)
    return found


def joined(before: Mapping[str, Any] | None, now: Outcome) -> Outcome:
    """An earlier try's outcome with a later one laid over it."""
    if before is None:
        return now
    built = sorted({*before["built"], *now.built} - now.failed.keys())
    return Outcome(built=built, failed=now.failed, retry=now.retry, warnings=now.warnings)


def held_back(outcome: Outcome, models: Iterable[str], because: Iterable[str]) -> Outcome:
    """Count models that dbt was not asked to build as held back by what failed in an earlier task."""
    for name in sorted(set(models) - set(outcome.built) - outcome.failed.keys()):
        outcome.failed[name] = {"kind": "held back", "because": sorted(because), "messages": []}
    return outcome


def failure_text(name: str, failure: Failure, file: str | None = None) -> str:
    """One failure for people: the model, where it is declared, and what dbt says."""
    declared = f" (declared in {file})" if file else ""
    if failure["kind"] == "held back":
        return (
            f"model {name}{declared} was not built, because of {', '.join(failure['because']) or 'a failure'}"
        )
    verb = "failed its tests" if failure["kind"] == "test" else "could not be built"
    return "\n".join([f"model {name}{declared} {verb}:", *(f"  {line}" for line in failure["messages"])])
`;

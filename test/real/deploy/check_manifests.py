"""Check manifests strictly: `check_manifests.py FILE...` prints a line for each finding; exit 1 when there is one.

Kubernetes' own kinds go through the schemas of two versions, Strimzi's through those of its CRDs, where an unknown key
is refused too. Nothing is asked of a cluster.
"""

import json
import sys
from pathlib import Path

import jsonschema
import kubernetes_validate
import yaml

VERSIONS = ("1.33", "1.36")
STRIMZI = json.loads((Path(__file__).parent / "strimzi.json").read_text())


def strict(node):
    """A schema of OpenAPI as JSON Schema, closed where it lists its keys."""
    if isinstance(node, list):
        return [strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("x-kubernetes-int-or-string"):
        return {"type": ["integer", "string"]}
    made = {key: strict(value) for key, value in node.items()}
    if "properties" in made and isinstance(made["properties"], dict) and made.get("type") == "object":
        if not made.get("x-kubernetes-preserve-unknown-fields"):
            made.setdefault("additionalProperties", False)
    return made


DEFINITIONS = strict(STRIMZI["definitions"])


def metadata(schema):
    """Metadata is Kubernetes' own; of it this much is emitted."""
    schema["properties"]["metadata"] = {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {
            "name": {"type": "string", "maxLength": 253, "pattern": r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},
            "namespace": {"type": "string"},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "annotations": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    }
    return schema


def strimzi_findings(document):
    kind = STRIMZI["kinds"].get(document.get("kind"))
    if kind is None:
        return [f"Strimzi has no kind {document.get('kind')}"]
    if document["apiVersion"] != kind["apiVersion"]:
        return [f"apiVersion {document['apiVersion']} is not served"]
    schema = {**metadata(strict(kind["schema"])), "definitions": DEFINITIONS}
    validator = jsonschema.Draft7Validator(schema)
    return [f"{'.'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(document)]


def kubernetes_findings(document):
    findings = []
    for version in VERSIONS:
        try:
            kubernetes_validate.validate(document, version, strict=True)
        except kubernetes_validate.ValidationError as error:
            findings.append(f"{version}: {'.'.join(map(str, error.path))}: {error.message}")
        except kubernetes_validate.SchemaNotFoundError as error:
            findings.append(f"{version}: {error.message}")
    return findings


def environment_findings(node):
    """`$(NAME)` is replaced only when NAME stands before it in the same list."""
    if isinstance(node, list):
        known = set()
        for item in node:
            if isinstance(item, dict) and isinstance(item.get("name"), str):
                for name in references(item.get("value")):
                    if name not in known:
                        yield f"{item['name']} refers to {name}, which does not stand before it"
                known.add(item["name"])
        for item in node:
            yield from environment_findings(item)
    if isinstance(node, dict):
        for value in node.values():
            yield from environment_findings(value)


def references(value):
    if not isinstance(value, str):
        return []
    return [part.split(")")[0] for part in value.split("$(")[1:] if ")" in part]


def findings(file):
    text = Path(file).read_text()
    for document in yaml.load_all(text, Loader=UniqueKeys):
        if not isinstance(document, dict) or "kind" not in document or "apiVersion" not in document:
            yield "a document has no kind or no apiVersion"
            continue
        group = document["apiVersion"].split("/")[0]
        found = strimzi_findings(document) if group == "kafka.strimzi.io" else kubernetes_findings(document)
        name = (document.get("metadata") or {}).get("name")
        for finding in [*found, *environment_findings(document)]:
            yield f"{document['kind']} {name}: {finding}"


class UniqueKeys(yaml.SafeLoader):
    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise yaml.YAMLError(f"the key {', '.join(map(str, twice))} stands there twice")
        return super().construct_mapping(node, deep)


def main(files):
    lines = []
    for file in files:
        try:
            lines += [f"{file}: {finding}" for finding in findings(file)]
        except yaml.YAMLError as error:
            lines.append(f"{file}: {error}")
    print("\n".join(lines))
    return 1 if lines else 0


sys.exit(main(sys.argv[1:]))

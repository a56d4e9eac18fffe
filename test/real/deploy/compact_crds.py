"""Make `strimzi.json` from the CRD files of a Strimzi release: `python compact_crds.py FOLDER > strimzi.json`.

Descriptions go, and what stands there several times becomes a definition: 570 KB become 35.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import yaml

KINDS = ("Kafka", "KafkaConnect", "KafkaConnector", "KafkaNodePool", "KafkaTopic")
LEAST = 200


def compact(node):
    if isinstance(node, dict):
        return {key: compact(value) for key, value in node.items() if not is_prose(key, value)}
    return [compact(item) for item in node] if isinstance(node, list) else node


def is_prose(key, value):
    return key == "x-kubernetes-validations" or (key == "description" and isinstance(value, str))


def is_schema(node):
    return isinstance(node, dict) and isinstance(node.get("type"), str)


def text(node):
    return json.dumps(node, separators=(",", ":"), sort_keys=True)


def count(node, counts):
    if is_schema(node) and len(text(node)) > LEAST:
        counts[text(node)] += 1
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        count(value, counts)


def main(folder):
    kinds = {}
    for file in sorted(Path(folder).glob("*.yaml")):
        crd = yaml.safe_load(file.read_text())["spec"]
        kind = crd["names"]["kind"]
        if kind not in KINDS:
            continue
        (version,) = (one for one in crd["versions"] if one["served"])
        schema = compact(version["schema"]["openAPIV3Schema"])
        schema["properties"].pop("status", None)
        kinds[kind] = {"apiVersion": f"{crd['group']}/{version['name']}", "schema": schema}
    counts = Counter()
    count(kinds, counts)
    often = sorted((one for one, times in counts.items() if times > 1), key=lambda one: (-len(one), one))
    names = {one: f"d{index}" for index, one in enumerate(often)}
    definitions = {}

    def shared(node):
        if isinstance(node, list):
            return [shared(item) for item in node]
        if not isinstance(node, dict):
            return node
        name = names.get(text(node)) if is_schema(node) else None
        if name is None:
            return {key: shared(value) for key, value in node.items()}
        if name not in definitions:
            definitions[name] = {key: shared(value) for key, value in node.items()}
        return {"$ref": f"#/definitions/{name}"}

    document = {"kinds": shared(kinds), "definitions": definitions}
    print(json.dumps(document, separators=(",", ":")))


main(sys.argv[1])

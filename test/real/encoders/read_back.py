"""Reads what the encoders wrote and compares: `read_back.py KIND FILE`, one JSON pair [written, text] a line."""

import ast
import inspect
import json
import sys

import jinja2
import yaml


def read_docstring(written):
    module = ast.parse(f"def function():\n    {written}\n    return 1\n")
    return inspect.cleandoc(module.body[0].body[0].value.value)


def read_json(written):
    value, end = json.JSONDecoder().raw_decode(written)
    again = json.loads(written[end:])
    return value if value == again else (value, again)


# A DAG may set what its environment does with a line feed at the end of a template.
ENVIRONMENTS = [jinja2.Environment(cache_size=0, keep_trailing_newline=keep) for keep in (False, True)]


def read_jinja(written):
    dropped, kept = [environment.from_string(written).render() for environment in ENVIRONMENTS]
    return dropped if dropped == kept else (dropped, kept)


READERS = {
    "literal": ast.literal_eval,
    "docstring": read_docstring,
    "jinja": read_jinja,
    "yaml": lambda written: yaml.load(written, Loader=yaml.CSafeLoader),
    "slow-yaml": yaml.safe_load,
    "json": read_json,
}


def main(kind, path):
    count = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            written, wanted = json.loads(line)
            got = READERS[kind](written)
            if got != wanted:
                sys.exit(f"case {count}: {wanted!a:.2000} was written {written!a:.2000} and read {got!a:.2000}")
            count += 1
    if count == 0:
        sys.exit("nothing was compared")


main(*sys.argv[1:])

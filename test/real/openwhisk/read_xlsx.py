"""Read a workbook on standard input with openpyxl; print the rows of its sheet as JSON."""

import datetime
import io
import json
import sys

import openpyxl


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.datetime | datetime.date) else value


sheet = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read())).active
print(json.dumps([[plain(cell.value) for cell in row] for row in sheet.iter_rows()]))

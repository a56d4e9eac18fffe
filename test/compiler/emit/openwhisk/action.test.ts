import { describe, expect, test } from "vitest";
import { textCell } from "../../../../compiler/emit/openwhisk/action/csv.ts";
import { answerOf, Failure } from "../../../../compiler/emit/openwhisk/action/failure.ts";
import { filled, periodText } from "../../../../compiler/emit/openwhisk/action/message.ts";
import { requestOf } from "../../../../compiler/emit/openwhisk/action/parameters.ts";
import { statementOf } from "../../../../compiler/emit/openwhisk/action/statement.ts";
import { readPage } from "../../../../compiler/emit/openwhisk/action/trino.ts";
import type { DeliveryFile, ReportFile } from "../../../../compiler/plan/openwhisk.ts";

const delivery: DeliveryFile = { kind: "bucket", path: "x", with: { country: "C'ôte d'Ivoire" } };
const report: ReportFile = {
  report: "mail",
  title: "Mail",
  project: "shop",
  zone: "Europe/Berlin",
  query: ["select ?, '?' from t", "where day < ? and name = 'it''s'"],
  binds: [{ parameter: "country" }, { period: "end" }],
  columns: null,
  attach: "csv",
  whenEmpty: "send",
  rowLimit: 1,
  sizeLimitMegabytes: 1,
  deliveries: { bucket: delivery },
};
const sent = {
  report: "mail",
  delivery: "bucket",
  periodStart: "2026-10-25T02:00:00+02:00",
  periodEnd: "2026-10-25T02:00:00+01:00",
  asOf: "",
  sendAgain: "no",
};

test("no digit of a number is lost on its way from Trino", () => {
  const page = `{"data":[[9007199254740993,-9223372036854775808,0.1234567890123456789,1.0E20,"1234567890123456789","a\\"12345678901234567"]]}`;
  expect(readPage(page).data).toEqual([
    [
      "9007199254740993",
      "-9223372036854775808",
      Number("0.1234567890123456789"),
      1e20,
      "1234567890123456789",
      'a"12345678901234567',
    ],
  ]);
});

test("a spreadsheet calculates with no text", () => {
  const cells = ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\uff1d1", 'a"b', "a,b", "plain"];
  expect(cells.map(textCell)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@a",
    "'\t=1",
    `"'\r=1"`,
    "'\uff1d1",
    '"a""b"',
    '"a,b"',
    "plain",
  ]);
});

describe("the statement", () => {
  test("binds values as texts and instants, and pastes nothing into the query", () => {
    expect(statementOf(report, delivery, sent)).toBe(
      [
        "execute immediate 'select ?, ''?'' from t",
        "where day < ? and name = ''it''''s''' using 'C''ôte d''Ivoire', timestamp '2026-10-25 02:00:00 +01:00' at time zone 'Europe/Berlin'",
      ].join("\n"),
    );
  });

  test("is the query itself where nothing is bound", () => {
    const plain = { ...report, query: ["select 1"], binds: [] };
    expect(statementOf(plain, delivery, sent)).toBe("select 1");
  });
});

describe("a message", () => {
  test("names its facts", () => {
    expect(
      filled(
        "{title}: {rows} of {country} {unknown}",
        new Map([
          ["title", "{rows}"],
          ["rows", "3"],
          ["country", "KE"],
        ]),
      ),
    ).toBe("{rows}: 3 of KE {unknown}");
  });

  test("says a day, a month, an hour", () => {
    const of = (periodStart: string, periodEnd: string) => periodText({ ...sent, periodStart, periodEnd });
    expect(of("2026-02-28T00:00:00+03:00", "2026-03-01T00:00:00+03:00")).toBe("2026-02-28");
    expect(of("2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")).toBe("2026-10-25");
    expect(of("2026-02-01T00:00:00+03:00", "2026-03-01T00:00:00+03:00")).toBe("2026-02-01 to 2026-03-01");
    expect(of("2026-02-01T05:00:00Z", "2026-02-01T06:00:00Z")).toBe("2026-02-01 05:00 to 2026-02-01 06:00");
  });
});

describe("what leaves the action", () => {
  test("of its own failures is name and message", () => {
    expect(answerOf(new Failure("QueryFailed", "TABLE_NOT_FOUND: ..."))).toEqual({
      error: { name: "QueryFailed", message: "TABLE_NOT_FOUND: ..." },
    });
  });

  test("of any other error is where it happened, not what it says or holds", () => {
    const error = Object.assign(new TypeError("cannot use hunter2"), { password: "hunter2" });
    const answer = answerOf(error);
    expect(answer.error.name).toBe("InternalError");
    expect(JSON.stringify(answer)).not.toContain("hunter2");
    expect(answer.error.message).toContain("action.test.ts");
    expect(JSON.stringify(answerOf("hunter2"))).not.toContain("hunter2");
  });

  test("is nothing of a request that it does not know", () => {
    const request = requestOf({ ...sent, __ow_headers: { authorization: "Basic x" }, more: 1 });
    expect(request).toEqual(sent);
    expect(() => requestOf({ ...sent, periodEnd: "now'; drop table t" })).toThrow(
      "`periodEnd` is no ISO 8601 time with an offset",
    );
  });
});

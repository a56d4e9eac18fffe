import { describe, expect, test } from "vitest";
import { readConnection } from "../../../src/deploy/connections.ts";

const read = (value: string) => readConnection({ AIRFLOW_CONN_ODP_X: value }, "odp_x");

describe("a connection of Airflow", () => {
  test.each([
    "postgres://us%40er:p%2Fw@host:5433/name?sslmode=require",
    '{"conn_type":"postgres","host":"host","port":5433,"login":"us@er","password":"p/w","schema":"name","extra":{"sslmode":"require"}}',
    '{"conn_type":"postgres","host":"host","port":"5433","login":"us@er","password":"p/w","schema":"name","extra":"{\\"sslmode\\":\\"require\\"}"}',
  ])("is read from %s", (text) =>
    expect(read(text)).toEqual({
      id: "odp_x",
      kind: "postgres",
      host: "host",
      port: 5433,
      user: "us@er",
      password: "p/w",
      database: "name",
      extra: new Map([["sslmode", "require"]]),
    }),
  );

  test("that is missing is named", () =>
    expect(() => readConnection({}, "odp_x")).toThrow("AIRFLOW_CONN_ODP_X is not set"));

  test("that cannot be read is named, and nothing of it is shown", () => {
    for (const text of ["secret word", '{"password": "secret'])
      expect(() => read(text)).toThrow(/^AIRFLOW_CONN_ODP_X is neither a URI nor JSON of a connection$/);
  });
});

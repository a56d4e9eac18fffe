// Shows that the services themselves work: a lane that fails later fails for what was emitted, not for its ground.
import { connect as openSocket } from "node:net";
import { expectSame } from "../lib/context.mjs";

const LAKE_STATEMENTS = [
  "create schema if not exists lake.harness",
  "create table lake.harness.probe (id bigint, word varchar) with (format = 'PARQUET', format_version = 2)",
  "insert into lake.harness.probe values (1, 'a'), (2, 'b')",
  `merge into lake.harness.probe as target using (values (2, 'B'), (3, 'c')) as source(id, word) on target.id = source.id
   when matched then update set word = source.word
   when not matched then insert values (source.id, source.word)`,
];

/** Speaks SMTP as a client would and gives the answers' codes. */
function sendMail(port, lines) {
  return new Promise((resolve, reject) => {
    const codes = [];
    const waiting = [...lines];
    const socket = openSocket(port, "127.0.0.1");
    socket.on("error", reject);
    socket.on("close", () => resolve(codes));
    socket.on("data", (data) => {
      codes.push(data.toString().slice(0, 3));
      const next = waiting.shift();
      if (next !== undefined) socket.write(`${next}\r\n`);
    });
  });
}

export const services = {
  name: "services",
  summary: "the services answer as the other lanes need them",
  needs: ["postgres", "trino", "connect", "smtp", "openwhisk"],
  async run({ check, parts }) {
    const { postgres, trino, connect, smtp, openwhisk } = parts;

    await check("PostgreSQL decodes logically", async () => {
      expectSame("wal_level", await postgres.query("postgres", "show wal_level"), "logical");
    });
    await check("Trino creates, writes, merges and reads an Iceberg table", async () => {
      for (const statement of LAKE_STATEMENTS) await trino.query(statement);
      const { rows, columns } = await trino.query("select id, word from lake.harness.probe order by id");
      expectSame("rows", rows, [
        [1, "a"],
        [2, "B"],
        [3, "c"],
      ]);
      expectSame(
        "types",
        columns.map(({ type }) => type),
        ["bigint", "varchar"],
      );
      await trino.query("drop table lake.harness.probe");
    });
    await check("Trino describes a statement with the precision of its types", async () => {
      const output = await trino.describeOutput(
        "select timestamp '2026-01-01 00:00:00.123456 UTC' as moment",
      );
      expectSame("output", output, [{ name: "moment", type: "timestamp(6) with time zone" }]);
      const { columns } = await trino.query("select timestamp '2026-01-01 00:00:00.123456 UTC' as moment");
      expectSame("result", columns, [{ name: "moment", type: "timestamp(6) with time zone" }]);
    });
    await check("Trino's analyser refuses a missing column with its place", async () => {
      const failure = await trino.validate("select missing from tpch.tiny.nation").catch((error) => error);
      expectSame("error name", failure.errorName, "COLUMN_NOT_FOUND");
    });
    await check("Trino refuses a catalog with an unknown key", async () => {
      const failure = await trino
        .replaceCatalog("wrong", "memory", { "memory.no-such-key": "1" })
        .catch((error) => error);
      expectSame("says the key", /was not used/.test(failure.message), true);
    });
    await check("the lake outlives a restart of PostgreSQL", async () => {
      await postgres.restart();
      const { rows } = await trino.query(
        "select count(*) from lake.information_schema.schemata where schema_name = 'harness'",
      );
      expectSame("schema", rows, [[1]]);
    });
    await check("Connect knows both plugins", async () => {
      expectSame("connectors", await connect.names(), []);
      const messages = await connect.validate({
        name: "probe",
        "connector.class": "io.debezium.connector.postgresql.PostgresConnector",
        "topic.prefix": "probe",
        "database.hostname": postgres.host,
        "database.port": String(postgres.port),
        "database.user": postgres.user,
        "database.password": "wrong",
        "database.dbname": "iceberg",
      });
      expectSame(
        "refuses a wrong password",
        messages.some((message) => /authentication/.test(message)),
        true,
      );
      const sink = await connect.validate({
        name: "probe",
        "connector.class": "org.apache.iceberg.connect.IcebergSinkConnector",
      });
      expectSame("refuses a sink without topics", sink.length > 0, true);
    });
    await check("the mail sink keeps a message", async () => {
      const lines = [
        "EHLO test",
        "MAIL FROM:<a@example.com>",
        "RCPT TO:<b@example.com>",
        "DATA",
        "Subject: hello\r\n\r\n..dot\r\n.",
        "QUIT",
      ];
      await sendMail(smtp.port, lines);
      expectSame("messages", smtp.messages, [
        { from: "<a@example.com>", to: ["<b@example.com>"], text: "Subject: hello\r\n\r\n.dot" },
      ]);
    });
    await check("the stand-in for OpenWhisk keeps an invocation", async () => {
      const api = `${openwhisk.url}/api/v1/namespaces/_`;
      const started = await fetch(`${api}/actions/odp/deliver?blocking=false`, {
        method: "POST",
        body: '{"day":"2026-01-01"}',
      });
      const { activationId } = await started.json();
      const activation = await (await fetch(`${api}/activations/${activationId}`)).json();
      expectSame("activation", activation.response.success, true);
      expectSame(
        "invocations",
        openwhisk.invocations.map(({ action, parameters }) => [action, parameters]),
        [["odp/deliver", { day: "2026-01-01" }]],
      );
    });
  },
};

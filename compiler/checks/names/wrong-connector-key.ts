import { checkConnectorKeys } from "../../facts/connector-keys.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { rawEntries, rawFindings } from "../support/raw-keys.ts";

/** Keys of odp's own that decide which raw keys exist. */
const OWN = {
  source: [
    ["transforms", "unwrap"],
    ["transforms.unwrap.type", "io.debezium.transforms.ExtractNewRecordState"],
  ],
  sink: [
    ["transforms", "meta"],
    ["transforms.meta.type", "org.apache.iceberg.connect.transforms.KafkaMetadataTransform"],
  ],
} as const;

/** A raw setting of a connector that it would ignore, or that does harm. */
export const wrongConnectorKey = check({
  code: "ODP3006",
  slug: "wrong-connector-key",
  severity: "error",
  explain: explanation({
    what: "A raw setting of a connector is misspelt, belongs to another connector, or breaks what the generated models rely on.",
    why: "Kafka Connect accepts every unknown key without a word, also in its own validation (`error_count` 0 for a misspelt key, seen on Connect 4.3.1): the setting has no effect, or, like `errors.tolerance=all`, drops records in silence.",
    mend: 'Correct or remove the key. A key that is right although the lists do not hold it is given with its reason: `{ value: .., reason: ".." }`.',
    bad: `connect: { source: { "snapshot.mod": "initial" } }`,
    good: `connect: { source: { "snapshot.mode": "initial" } }`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "postgres"))
      for (const role of ["source", "sink"] as const) {
        const raw = node.declaration.spec.connect?.[role];
        if (raw === undefined) continue;
        const at = markAt(node.mark, "connect", role);
        for (const finding of rawFindings(
          raw,
          problemsOf(graph, role, rawEntries(raw)),
          at,
          `the ${role} connector of \`${node.name}\``,
        ))
          report(finding);
      }
  },
});

function problemsOf(graph: Graph, role: "source" | "sink", raw: readonly (readonly [string, string])[]) {
  const { debezium, icebergSink } = graph.config.versions;
  const keys = [...new Map([...OWN[role], ...raw])];
  return role === "source"
    ? checkConnectorKeys("debezium-postgres", debezium, keys)
    : checkConnectorKeys("iceberg-sink", icebergSink, keys);
}

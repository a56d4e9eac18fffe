import { checkCatalogKeys } from "../../facts/catalog-keys.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { rawEntries, rawFindings } from "../support/raw-keys.ts";

/** A raw setting of the Trino catalog that Trino refuses. */
export const wrongCatalogKey = check({
  code: "ODP7002",
  slug: "wrong-catalog-key",
  severity: "error",
  explain: explanation({
    what: "A raw setting of the Iceberg catalog is unknown to the version of Trino that the output is written for.",
    why: "Trino refuses to start with a catalog that has an unused key (`Configuration property .. was not used`), so one typing error takes the whole cluster down. Source: keys read off Trino 476.",
    mend: 'Correct or remove the key. One that is right although the list does not hold it is given with its reason: `{ value: .., reason: ".." }`.',
    bad: `trinoCatalog: { "iceberg.compresion-codec": "ZSTD" }`,
    good: `trinoCatalog: { "iceberg.compression-codec": "ZSTD" }`,
  }),
  run: (graph, report) => {
    const { trinoCatalog, catalogKind, warehouse, mark } = graph.config;
    const own: readonly (readonly [string, string])[] = [
      ["iceberg.catalog.type", catalogKind],
      ["fs.native-gcs.enabled", String(warehouse.startsWith("gs:"))],
      ["fs.native-local.enabled", String(warehouse.startsWith("file:"))],
    ];
    const keys = [...new Map([...own, ...rawEntries(trinoCatalog)])];
    for (const finding of rawFindings(
      trinoCatalog,
      checkCatalogKeys("iceberg", "476", keys),
      markAt(mark, "trinoCatalog"),
      "`trinoCatalog`",
    ))
      report(finding);
  },
});

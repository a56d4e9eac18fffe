import { defineConfig } from "odp";
import type { Raw } from "../../../../dsl/values.ts";
import { shop } from "../shop.ts";

const keys = (trinoCatalog: Raw) => () => ({
  exports: [shop],
  config: defineConfig({ project: "demo", warehouse: "file:///warehouse", trinoCatalog }),
});

export const variants = {
  "of a later version": keys({ "fs.gcs.enabled": true }),
  "of another kind of catalog": keys({ "hive.metastore.uri": "thrift://x:9083" }),
  "of a file system that is off": keys({ "gcs.json-key-file-path": "/key.json" }),
  unknown: keys({ "my.key": 1 }),
  "another name": keys({ "iceberg.default-format-version": 2 }),
  "another connector": keys({ "connector.name": "hive" }),
};

import { defineConfig } from "odp";
import { shop } from "../shop.ts";

const at = (warehouse: string) => () => ({
  exports: [shop],
  config: defineConfig({ project: "demo", warehouse }),
});

export const variants = {
  "another store": at("s3://bucket/warehouse"),
  "two slashes": at("file://warehouse"),
  "a path": at("/warehouse"),
  empty: at(""),
  "a blank": at("gs://bucket/my warehouse"),
  "no bucket": at("gs:///warehouse"),
};

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { deliveryActionForTests } from "./src/delivery-action.mjs";

export default defineConfig({
  plugins: [deliveryActionForTests()],
  resolve: { alias: { odp: fileURLToPath(new URL("./dsl/index.ts", import.meta.url)) } },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/real/**"],
    isolate: false,
    pool: "threads",
    testTimeout: 60_000,
  },
});

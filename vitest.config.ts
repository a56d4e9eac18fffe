import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { deliveryActionForTests } from "./src/delivery-action.mjs";

export default defineConfig({
  plugins: [deliveryActionForTests()],
  resolve: { alias: { odp: fileURLToPath(new URL("./dsl/index.ts", import.meta.url)) } },
  test: {
    isolate: false,
    pool: "threads",
    maxWorkers: "100%",
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/real/**"] } },
      // Hundreds of compiles: too long for those who wait for `npm test`.
      { extends: true, test: { name: "merges", include: ["test/**/*.pairs.ts"] } },
    ],
  },
});

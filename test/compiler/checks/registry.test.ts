import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checks } from "../../../compiler/checks/index.ts";

const room = new URL("../../../compiler/checks/", import.meta.url);
const domains = readdirSync(room, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && entry.name !== "support",
);

test("codes and slugs are unique, and the registry is sorted by code", () => {
  const codes = checks.map((check) => check.code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(checks.map((check) => check.slug)).size).toBe(checks.length);
  expect([...codes].sort()).toEqual(codes);
});

test("codes have four digits and slugs are kebab-case", () => {
  for (const check of checks) {
    expect(check.code).toMatch(/^ODP[1-7]\d{3}$/);
    expect(check.slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  }
});

test("every file of a domain is registered under its own slug", () => {
  const slugs = new Set(checks.map((check) => check.slug));
  for (const domain of domains)
    for (const file of readdirSync(new URL(`${domain.name}/`, room))) {
      const text = readFileSync(new URL(`${domain.name}/${file}`, room), "utf8");
      const slug = file.replace(/\.ts$/, "");
      expect(slugs.has(slug), `${domain.name}/${file} is not registered`).toBe(true);
      expect(text, `${domain.name}/${file} has another slug`).toContain(`slug: "${slug}"`);
    }
});

test("every explanation says why, how to mend it, and shows both examples", () => {
  for (const check of checks) {
    expect(check.explain, check.slug).toContain("**Why.**");
    expect(check.explain, check.slug).toContain("**How to mend it.**");
    expect(check.explain.split("```ts").length, check.slug).toBe(3);
  }
});

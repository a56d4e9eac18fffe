import { expect, test } from "vitest";
import { uuidV5 } from "../../../compiler/text/uuid.ts";

test("a UUID follows from its name, as RFC 9562 has it", () => {
  const names = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
  expect(uuidV5("www.example.com", names)).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  expect(uuidV5("\u{1f600}")).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

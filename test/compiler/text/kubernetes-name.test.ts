import fc from "fast-check";
import { expect, test } from "vitest";
import { kubernetesName } from "../../../compiler/text/kubernetes-name.ts";

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

test.each([
  ["shop_shop.shop.orders", "shop-shop.shop.orders"],
  ["orders", "orders"],
])("%s stays readable", (text, name) => expect(kubernetesName(text)).toBe(name));

test("a topic with another character ends in a digest", () => {
  expect(kubernetesName("shop-shop-control")).toMatch(/^shop-shop-control-[0-9a-f]{16}$/);
  expect(kubernetesName("__debezium-heartbeat.shop")).toMatch(/^debezium-heartbeat-shop-[0-9a-f]{16}$/);
});

test("every text becomes a name that Kubernetes takes", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const name = kubernetesName(text);
      expect(name).toMatch(SUBDOMAIN);
      expect(name.length).toBeLessThanOrEqual(253);
    }),
  ));

test("two texts have two names", () => {
  const topic = fc.string({ unit: fc.constantFrom("a", "_", "-", ".", "A"), minLength: 1, maxLength: 5 });
  const pair = fc.tuple(topic, topic).filter(([a, b]) => a !== b);
  fc.assert(
    fc.property(pair, ([a, b]) => {
      expect(kubernetesName(a)).not.toBe(kubernetesName(b));
    }),
  );
});

// UUIDs of version 5: one name in one namespace is one UUID, everywhere and always. Source: RFC 9562, 5.5.
import { createHash } from "node:crypto";
import { hex } from "./hex.ts";

/** The namespace of addresses, from RFC 9562, 6.6. */
const ADDRESSES = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/** The UUID of a name; `namespace` is a UUID too, by default that of addresses. */
export function uuidV5(name: string, namespace = ADDRESSES): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = [...bytes.subarray(0, 16)].map((byte) => hex(byte, 2)).join("");
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

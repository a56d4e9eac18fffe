// Names of Kubernetes' objects: DNS subdomains of lower-case letters, digits, `-` and `.`. Source: RFC 1123.

/** The longest name of an object. */
const LONGEST = 253;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/**
 * A name that Kubernetes takes, another one for each text: `_` becomes `-`, and a text that holds anything else that
 * it does not take, or a `-`, ends in a digest of itself.
 */
export function kubernetesName(text: string): string {
  const plain = text.replaceAll("_", "-");
  if (/^[a-z0-9_.]+$/.test(text) && plain.length <= LONGEST && SUBDOMAIN.test(plain)) return plain;
  const readable = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== "")
    .join("-")
    .slice(0, LONGEST - 17);
  return `${readable}${readable === "" ? "n" : "-"}${digest(text)}`;
}

/** FNV-1a of 64 bits, in hex: names differ where texts do, and nobody is kept from guessing them. */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, "0");
}

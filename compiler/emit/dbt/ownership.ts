import { jinjaDbtValue } from "../../text/jinja.ts";
import type { YamlValue } from "../../text/yaml.ts";

interface Owned {
  readonly owner: string | null;
  readonly tags: readonly string[];
}

/** Who answers for a resource, its labels, and what else is said of it, as parts of its `config`. */
export function ownership(
  { owner, tags }: Owned,
  more: Readonly<Record<string, YamlValue>> = {},
): Readonly<Record<string, YamlValue>> {
  const meta = { ...(owner === null ? {} : { owner: jinjaDbtValue(owner) }), ...more };
  return {
    ...(tags.length === 0 ? {} : { tags: tags.map(jinjaDbtValue) }),
    ...(Object.keys(meta).length === 0 ? {} : { meta }),
  };
}

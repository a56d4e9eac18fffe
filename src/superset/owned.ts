import type { SupersetClient } from "./client.ts";

/** In the order in which Superset lets them go: what reads before what is read. */
const KINDS = ["dashboard", "chart", "dataset", "database"] as const;
type Kind = (typeof KINDS)[number];

/** A thing in Superset: its number there, and what it is. */
export interface Identity {
  readonly kind: Kind;
  readonly id: number;
}

/** Entries of `superset/owned.yaml`, by UUID: `dashboard sales`. */
export function readOwned(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^"?([0-9a-f-]{36})"?: (.*)$/gmu);
  return new Map([...lines].map(([, uuid = "", what = ""]) => [uuid, what]));
}

/** Everything that a Superset holds, by UUID. */
export async function identities(client: SupersetClient): Promise<ReadonlyMap<string, Identity>> {
  const found = new Map<string, Identity>();
  for (const kind of KINDS)
    for (let page = 0; ; page++) {
      const rows = rowsOf(await client.get(`/api/v1/${kind}/?q=(page:${page},page_size:100)`));
      for (const { uuid, id } of rows) found.set(String(uuid), { kind, id: Number(id) });
      if (rows.length < 100) break;
    }
  return found;
}

/**
 * Removes what odp owned and does not make any more; gives what it removed, as `owned.yaml` called it. A database that
 * datasets of others still read stays: Superset refuses to remove it.
 */
export async function prune(
  client: SupersetClient,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const there = await identities(client);
  const removed: string[] = [];
  for (const kind of KINDS)
    for (const [uuid, what] of before) {
      const identity = there.get(uuid);
      if (after.has(uuid) || identity?.kind !== kind) continue;
      await client.send("DELETE", `/api/v1/${kind}/${identity.id}`);
      removed.push(what);
    }
  return removed;
}

/** Gives a dashboard to roles by their names; a role that there is not is an error. */
export async function grantAccess(
  client: SupersetClient,
  access: readonly { readonly uuid: string; readonly roles: readonly string[] }[],
): Promise<void> {
  if (access.length === 0) return;
  const there = await identities(client);
  const roles = new Map(
    rowsOf(await client.get("/api/v1/security/roles/?q=(page_size:100)")).map(({ name, id }) => [name, id]),
  );
  for (const { uuid, roles: wanted } of access) {
    const missing = wanted.filter((name) => !roles.has(name));
    if (missing.length > 0)
      throw new Error(`Superset has no role ${missing.join(", ")}; make it there first`);
    const body = { roles: wanted.map((name) => roles.get(name)) };
    await client.send("PUT", `/api/v1/dashboard/${there.get(uuid)?.id}`, body);
  }
}

function rowsOf(answer: unknown): readonly Readonly<Record<string, unknown>>[] {
  const found = typeof answer === "object" && answer !== null && "result" in answer ? answer.result : [];
  return Array.isArray(found) ? found : [];
}

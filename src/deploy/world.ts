import { type Connect, openConnect } from "./clients/connect.ts";
import { openKafka, type Topics } from "./clients/kafka.ts";
import { type Database, openPostgres } from "./clients/postgres.ts";
import { openTrino, type Trino } from "./clients/trino.ts";
import { type Address, readConnection } from "./connections.ts";

/** The systems that a project is deployed to; each is opened when it is first asked for. */
export interface World {
  readonly address: (id: string) => Address;
  readonly database: (id: string) => Promise<Database>;
  readonly topics: (id: string) => Promise<Topics>;
  readonly connect: (id: string) => Connect;
  readonly trino: (id: string) => Trino;
  readonly close: () => Promise<void>;
}

export function openWorld(environment: NodeJS.ProcessEnv): World {
  const opened = new Map<string, Promise<{ readonly close: () => Promise<void> }>>();
  const address = (id: string): Address => readConnection(environment, id);
  const once = <Client extends { readonly close: () => Promise<void> }>(
    cache: Map<string, Promise<Client>>,
    id: string,
    open: (at: Address) => Promise<Client>,
  ): Promise<Client> => {
    const known = cache.get(id) ?? Promise.resolve(address(id)).then(open);
    cache.set(id, known);
    opened.set(id, known);
    return known;
  };
  const databases = new Map<string, Promise<Database>>();
  const clusters = new Map<string, Promise<Topics>>();
  return {
    address,
    database: async (id) => once(databases, id, openPostgres),
    topics: async (id) => once(clusters, id, openKafka),
    connect: (id) => openConnect(address(id)),
    trino: (id) => openTrino(address(id)),
    close: async () => {
      const all = await Promise.allSettled(opened.values());
      await Promise.allSettled(
        all.map((one) => (one.status === "fulfilled" ? one.value.close() : undefined)),
      );
    },
  };
}

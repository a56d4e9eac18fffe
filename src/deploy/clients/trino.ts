import type { Address } from "../connections.ts";
import { ask, authorization, baseUrl } from "./http.ts";

/** Trino over its HTTP protocol: send a statement, follow `nextUri` until there is none. */
export interface Trino {
  readonly query: (statement: string) => Promise<readonly (readonly unknown[])[]>;
  readonly version: () => Promise<string>;
}

interface Answer {
  readonly nextUri?: string;
  readonly data?: readonly (readonly unknown[])[];
  readonly error?: { readonly errorName: string; readonly message: string };
}

export function openTrino(address: Address): Trino {
  const base = baseUrl({ ...address, database: "" }, 8080);
  const headers = {
    "X-Trino-User": address.user === "" ? "odp" : address.user,
    "X-Trino-Source": "odp",
    "X-Trino-Client-Capabilities": "PARAMETRIC_DATETIME",
    ...authorization(address),
  };
  const answerOf = async (response: Response): Promise<Answer> => {
    if (!response.ok) throw new Error(`Trino: ${response.status} ${(await response.text()).slice(0, 500)}`);
    const answer: unknown = await response.json();
    if (!isAnswer(answer)) throw new Error("Trino: an answer that is none of its protocol");
    if (answer.error !== undefined)
      throw new Error(`Trino: ${answer.error.errorName}: ${answer.error.message}`);
    return answer;
  };
  return {
    query: async (statement) => {
      const rows: (readonly unknown[])[] = [];
      let answer = await answerOf(
        await ask(`${base}/v1/statement`, { method: "POST", headers, body: statement }),
      );
      for (;;) {
        rows.push(...(answer.data ?? []));
        if (answer.nextUri === undefined) return rows;
        answer = await answerOf(await ask(answer.nextUri, { headers }));
      }
    },
    version: async () => {
      const info: unknown = await (await ask(`${base}/v1/info`, { headers })).json();
      const text = JSON.stringify(info);
      return /"version":"([^"]+)"/.exec(text)?.[1] ?? "unknown";
    },
  };
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && "id" in value;
}

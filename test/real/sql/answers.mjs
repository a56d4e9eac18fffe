// What Trino says of a query without running it, as one line of a recorded file.
import { createHash } from "node:crypto";

/** The queries of a file: one a line, comments and empty lines left out. */
export function queriesOf(text) {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

/** Tells whether an answer still belongs to its query. */
export function digestOf(query) {
  return createHash("sha256").update(query).digest("hex").slice(0, 8);
}

/** `digest name type, name type`, or `digest ! ERROR_NAME message`. */
export async function describe(client, query, options) {
  try {
    const columns = await client.describeOutput(query, options);
    return `${digestOf(query)} ${columns.map(({ name, type }) => `${name} ${type}`).join("; ")}`;
  } catch (error) {
    const [first = ""] = error.message.split("\n");
    const message = first.replace(/^.*?X-Trino-Prepared-Statement header: /, "SYNTAX_ERROR: ");
    return `${digestOf(query)} ! ${message.slice(0, 240)}`;
  }
}

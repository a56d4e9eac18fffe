// The function table of the SQL front end, from the rows of SHOW FUNCTIONS.
const KINDS = { scalar: "s", aggregate: "a", window: "w", table: "t" };

/**
 * The text of compiler/sql/functions/signatures.ts.
 * @param {readonly { name: string, returns: string, arguments: string, kind: string, deterministic: boolean, plugin?: boolean }[]} rows
 */
export function functionTable(rows) {
  const lines = new Map();
  for (const row of rows) {
    const flags = `${KINDS[row.kind]}${row.deterministic ? "" : "!"}${row.plugin ? "~" : ""}`;
    const key = `${row.name.toLowerCase()} ${flags}`;
    const overload = `(${compact(row.arguments)})${compact(row.returns)}`;
    const known = lines.get(key) ?? new Set();
    lines.set(key, known.add(overload));
  }
  const body = [...lines].map(([key, overloads]) => `${key} ${[...overloads].join(";")}`).sort();
  return `/**
 * Every function of Trino 476: its name, its kind (\`s\`calar, \`a\`ggregate, \`w\`indow, \`t\`able; \`!\` when it is not
 * deterministic, \`~\` when a plugin brings it) and its overloads. Source: SHOW FUNCTIONS of that version; made by
 * \`node test/real/sql/record.mjs functions\`.
 */
export const SIGNATURES = \`
${body.join("\n")}
\`;
`;
}

function compact(types) {
  return types.replaceAll('"', "").replaceAll(/,\s+/g, ",").trim();
}

// Trino takes one statement at a time, a file holds several.

// What a semicolon has no meaning in: texts, quoted names, comments.
const PIECES = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^'";/-]+|[/-]/g;

const isComment = (piece) => piece.startsWith("--") || piece.startsWith("/*");

/** The statements of a file without their semicolons and comments. */
export function trinoStatements(text) {
  const statements = [""];
  for (const [piece] of text.matchAll(PIECES)) {
    if (piece === ";") statements.push("");
    else if (!isComment(piece)) statements[statements.length - 1] += piece;
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== "");
}

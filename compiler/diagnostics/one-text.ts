import type { LocatedDiagnostic } from "./located.ts";

/** Message, other places and help as one text, for readers that show no more. */
export function oneText({ message, related, help }: LocatedDiagnostic): string {
  return [
    message,
    ...related.map((other) =>
      other.place === undefined
        ? other.message
        : `${other.place.file}:${other.place.line}:${other.place.column}: ${other.message}`,
    ),
    ...(help === undefined ? [] : [`help: ${help}`]),
  ].join("\n");
}

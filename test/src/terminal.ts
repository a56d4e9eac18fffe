import type { Terminal } from "../../src/terminal.ts";

/** A terminal that remembers what was said. */
export function recordingTerminal(): Terminal & { readonly text: () => string } {
  const texts: string[] = [];
  const add = (text: string): void => void texts.push(text);
  return { out: add, err: add, hasColour: false, isInteractive: false, text: () => texts.join("") };
}

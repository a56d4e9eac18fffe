// Findings as a person at a terminal sees them, with the lines of the example that they are about.
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../../compiler/diagnostics/diagnostic.ts";
import { locateAll } from "../../../compiler/diagnostics/located.ts";
import { renderTerminal } from "../../../compiler/diagnostics/render-terminal.ts";
import { createLocator } from "../../../compiler/load/locate.ts";
import { sourceTexts } from "../../../compiler/load/sources.ts";
import { disk } from "../../../src/disk.ts";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");
const isExample = (path: string): boolean => path.startsWith(`${root}/`) && !path.endsWith(".test.ts");

const sources = sourceTexts(root, disk(), isExample);
// Places in the stacks of these modules are those of the files as written: the test runner has mapped them back.
const locate = await createLocator(sources, () => []);

export function render(diagnostics: readonly Diagnostic[]): string {
  return renderTerminal(locateAll(diagnostics, locate), { text: sources.text, colour: false });
}

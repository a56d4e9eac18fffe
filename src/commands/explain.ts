import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { compile } from "../../compiler/compile.ts";
import { suggest } from "../../compiler/text/suggest.ts";
import { allCodes } from "../code-info.ts";
import { declarationText } from "../explain-declaration.ts";
import { findNodes, unknownNode } from "../find-node.ts";
import { openProject } from "../open-project.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

/** Explains a code, its slug, or a declaration of the project. */
export async function explainCommand(
  subject: string,
  flags: { readonly project: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const codes = allCodes();
  const known = codes.find(([code, info]) => code === subject.toUpperCase() || info.slug === subject);
  if (known !== undefined) {
    const [code, { slug, severity, explain }] = known;
    terminal.out(`${severity}[${code}] ${slug}\n\n${explain.trim()}\n`);
    return EXIT.ok;
  }
  if (/^odp\d+$/iu.test(subject)) {
    terminal.err(`there is no code \`${subject.toUpperCase()}\`\n`);
    return EXIT.usage;
  }
  if (!hasProject(resolve(flags.project))) {
    const meant = suggest(
      subject,
      codes.flatMap(([code, info]) => [code, info.slug]),
    );
    terminal.err(
      `there is no code or slug \`${subject}\`, and no project here${meant === undefined ? "" : `; did you mean \`${meant}\`?`}\n`,
    );
    return EXIT.usage;
  }
  const opened = await openProject(flags.project, terminal);
  if (opened === undefined) return EXIT.errors;
  const ids = findNodes(opened.graph, subject);
  if (ids.length === 0) {
    terminal.err(unknownNode(opened.graph, subject));
    return EXIT.usage;
  }
  const compiled = compile(opened.project);
  terminal.out(ids.map((id) => declarationText(opened, compiled, id)).join("\n"));
  return EXIT.ok;
}

function hasProject(folder: string): boolean {
  const parent = resolve(folder, "..");
  return existsSync(join(folder, "odp.config.ts")) || (parent !== folder && hasProject(parent));
}

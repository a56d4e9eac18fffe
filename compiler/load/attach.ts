import type { Site } from "../../dsl/site.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Mark } from "../diagnostics/mark.ts";
import { suggest } from "../text/suggest.ts";
import type { NamedFile } from "./collect.ts";
import { userFileOf } from "./frames.ts";
import { fileNameOf, folderOf, type Host, joinPath, relativePath } from "./host.ts";
import { loadDiagnostic } from "./problems.ts";
import type { Attachment } from "./project.ts";

export interface Attached {
  readonly attachments: ReadonlyMap<object, Attachment>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Where {
  readonly root: string;
  readonly host: Host;
  readonly isUserFile: (path: string) => boolean;
}

/** Reads the files that declarations name, each relative to the file that names it. */
export function attach(files: readonly NamedFile[], where: Where): Attached {
  const attachments = new Map<object, Attachment>();
  const diagnostics: Diagnostic[] = [];
  for (const named of files) {
    const site = siteOf(named);
    const from = userFileOf(site.stack, where.isUserFile);
    if (from === undefined) continue;
    const path = joinPath(folderOf(from), named.file);
    const at: Mark =
      named.what === "sql" ? { kind: "site", site, path: [0] } : { kind: "site", site, path: named.path };
    if (!path.startsWith(`${where.root}/`) || named.file.startsWith("/")) {
      diagnostics.push(
        loadDiagnostic("ODP0014", { at, message: `\`${named.file}\` lies outside the project` }),
      );
      continue;
    }
    const text = where.host.readText(path);
    if (text === undefined) diagnostics.push(missing(named.file, path, at, where));
    else attachments.set(named.holder, { path: relativePath(where.root, path), text });
  }
  return { attachments, diagnostics };
}

function siteOf(named: NamedFile): Site {
  const { holder, declaration } = named;
  if ("site" in holder && typeof holder.site === "object" && holder.site !== null) return holder.site;
  return declaration.kind === "table" ? {} : declaration.site;
}

function missing(file: string, path: string, at: Mark, where: Where): Diagnostic {
  const neighbours = (where.host.list(folderOf(path)) ?? [])
    .filter((entry) => entry.kind === "file")
    .map((entry) => entry.name);
  const meant = suggest(fileNameOf(path), neighbours);
  return loadDiagnostic("ODP0013", {
    at,
    message: `there is no file \`${file}\``,
    ...(meant === undefined
      ? {}
      : { help: `did you mean \`${file.slice(0, file.length - fileNameOf(path).length)}${meant}\`?` }),
  });
}

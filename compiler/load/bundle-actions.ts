import type { Location, Message, Plugin } from "esbuild";
import type { ActionDeclaration } from "../../dsl/action.ts";
import type { Declaration } from "../../dsl/declaration.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Mark } from "../diagnostics/mark.ts";
import { actionEntry } from "./action-entry.ts";
import { folderOf, type Host, joinPath, relativePath } from "./host.ts";
import { loadDiagnostic } from "./problems.ts";
import type { ActionBundle, Attachment } from "./project.ts";

interface Bundled {
  readonly bundles: ReadonlyMap<object, ActionBundle>;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of files of packages. */
  readonly packageFiles: readonly string[];
}

/** The largest code that OpenWhisk takes (413 `exec larger than allowed: .. > 50331648 bytes`). */
const LARGEST = 48 * 1024 * 1024;

/** Makes one file of each action and all that it imports. The bundler is loaded where there is an action only. */
export async function bundleActions(
  declarations: Iterable<Declaration>,
  attachments: ReadonlyMap<object, Attachment>,
  root: string,
  host: Host,
): Promise<Bundled> {
  const bundles = new Map<object, ActionBundle>();
  const diagnostics: Diagnostic[] = [];
  const packageFiles = new Set<string>();
  for (const declaration of declarations) {
    const attachment = declaration.kind === "action" ? attachments.get(declaration) : undefined;
    if (declaration.kind !== "action" || attachment === undefined) continue;
    const made = await bundle(declaration, attachment, root, host);
    for (const file of made.packageFiles) packageFiles.add(file);
    if (made.bundle === undefined) diagnostics.push(...made.diagnostics);
    else if (made.bundle.code.length > LARGEST) diagnostics.push(tooLarge(declaration, made.bundle));
    else bundles.set(declaration, made.bundle);
  }
  return { bundles, diagnostics, packageFiles: [...packageFiles] };
}

interface Made {
  readonly bundle?: ActionBundle;
  readonly diagnostics: readonly Diagnostic[];
  readonly packageFiles: readonly string[];
}

async function bundle(
  action: ActionDeclaration,
  { path }: Attachment,
  root: string,
  host: Host,
): Promise<Made> {
  const { build } = await import("esbuild");
  try {
    const { outputFiles, metafile } = await build({
      stdin: { contents: actionEntry(action, `./${path}`), resolveDir: root, sourcefile: "odp" },
      bundle: true,
      write: false,
      metafile: true,
      sourcemap: "external",
      sourcesContent: false,
      outfile: `${root}/${action.name}.js`,
      absWorkingDir: root,
      platform: "node",
      // The runtime takes a `main` that it sees before one that is exported, so the user's own must not be seen.
      format: "iife",
      globalName: "action",
      footer: { js: "module.exports = action;" },
      target: "node20",
      charset: "utf8",
      logLevel: "silent",
      plugins: [projectFiles(root, host)],
    });
    const text = (ending: string): string =>
      outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
    const inputs = Object.keys(metafile.inputs).filter((input) => input.includes("node_modules/"));
    return {
      bundle: { code: text(".js"), map: text(".js.map") },
      diagnostics: [],
      packageFiles: inputs.map((input) => joinPath(root, input)),
    };
  } catch (error) {
    const { errors } = error as { readonly errors?: readonly Message[] };
    if (errors === undefined) throw error;
    return { diagnostics: errors.map((each) => problem(each, action, path, root)), packageFiles: [] };
  }
}

/** Files of the project are read as all others are; packages are found by the bundler. */
function projectFiles(root: string, host: Host): Plugin {
  return {
    name: "project-files",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const found = joinPath(resolveDir, path);
        return !found.includes("/node_modules/") && host.readText(found) !== undefined
          ? { path: found }
          : undefined;
      });
      onLoad({ filter: /\.(?:[mc]?ts|[mc]?js|json)$/ }, ({ path }) => {
        if (!path.startsWith(`${root}/`) || path.includes("/node_modules/")) return undefined;
        const contents = host.readText(path);
        if (contents === undefined) return undefined;
        return { contents, resolveDir: folderOf(path), loader: loaderOf(path) };
      });
    },
  };
}

function loaderOf(path: string): "ts" | "js" | "json" {
  if (path.endsWith(".json")) return "json";
  return /\.[mc]?ts$/.test(path) ? "ts" : "js";
}

function problem(message: Message, { site }: ActionDeclaration, path: string, root: string): Diagnostic {
  const at: Mark = { kind: "site", site, path: ["file"] };
  if (/^No matching export in .* for import "main"$/.test(message.text))
    return loadDiagnostic("ODP0016", {
      at,
      message: `\`${path}\` exports no function \`main\``,
      help: "write `export async function main(parameters: ..) { .. }`",
    });
  return loadDiagnostic("ODP0017", {
    at: message.location === null || message.location.file === "odp" ? at : placeOf(message.location, root),
    message: sentence(message.text),
  });
}

function placeOf({ file, line, column, length }: Location, root: string): Mark {
  const place = { line, column: column + 1, endLine: line, endColumn: column + 1 + length };
  return { kind: "place", place: { file: file.startsWith("/") ? relativePath(root, file) : file, ...place } };
}

function sentence(text: string): string {
  return `the action cannot be bundled: ${text.replaceAll('"', "`")}`;
}

function tooLarge({ site }: ActionDeclaration, { code }: ActionBundle): Diagnostic {
  return loadDiagnostic("ODP0018", {
    at: { kind: "site", site, path: ["file"] },
    message: `the action has ${Math.ceil(code.length / 1024 / 1024)} MiB with all that it imports; OpenWhisk takes 48`,
    help: "import less: one function of a package instead of all of it",
  });
}

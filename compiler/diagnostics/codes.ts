import type { Code, CodeInfo } from "./diagnostic.ts";

const error = (slug: string, explain: string): CodeInfo => ({ slug, severity: "error", explain });

/**
 * Codes of loading (00xx), of writing (008x), of the type check (0090) and of odp's own mistakes (9001). Codes of
 * checks stand with their checks. Never renumbered, never reused.
 */
export const CODES = {
  ODP0001: error(
    "missing-config",
    'A project is the folder with `odp.config.ts`. `odp` looks for it in the folder that it is given and in those above.\n\n```ts\nimport { defineConfig } from "odp";\nexport default defineConfig({ project: "shop" });\n```\n`odp init DIR` writes one, with a first pipeline.',
  ),
  ODP0002: error(
    "wrong-config",
    'The default export of `odp.config.ts` must be what `defineConfig({ project: ".." })` returns.',
  ),
  ODP0003: error(
    "missing-entry",
    "Pipelines are found as files named `pipeline.ts` anywhere below the root; `entries` in `odp.config.ts` names other files. `node_modules`, folders that begin with a dot, and the output are not searched.",
  ),
  ODP0004: error(
    "missing-pipeline",
    'An entry file exports its pipeline as its default: `export default pipeline("name", { .. })`.',
  ),
  ODP0005: error("syntax-error", "The file is not valid TypeScript."),
  ODP0006: error(
    "failed-evaluation",
    "Compiling runs the project's own modules, and one of them threw. The place is the innermost line of the project's own code.",
  ),
  ODP0007: error(
    "missing-module",
    "An import leads nowhere. Relative imports name the file with its ending (`./models/orders.ts`); packages must be installed in the project. Modules that reach outside (`node:fs`, `node:child_process`, ..) are refused, since a pipeline is a description: the same text must give the same output on every machine.",
  ),
  ODP0008: error("missing-export", "The imported module exists and has no export of that name."),
  ODP0009: error(
    "import-cycle",
    "Two modules import each other, and one uses a declaration of the other before that was made. Move what both need into a third module.",
  ),
  ODP0010: error(
    "endless-evaluation",
    "The project's modules did not end within the time limit, so there is an endless loop in one of them.",
  ),
  ODP0011: error(
    "impure-evaluation",
    'A pipeline is a pure description: the output may depend on nothing but the text of the project. A clock, a random number, the environment, the network or the machine\'s language would give another output on another day or machine. Values that differ by environment are bound when the output runs: name them with `secret("..")`; times belong to schedules and to `period.start` and `period.end`.',
  ),
  ODP0012: error(
    "async-evaluation",
    "A pipeline is a pure description, so there is nothing to wait for: `await`, `import(..)` and promises are refused.",
  ),
  ODP0013: error(
    "missing-file",
    "A declaration names a file that does not exist. The path is relative to the file with the declaration.",
  ),
  ODP0014: error(
    "outside-file",
    "Files that declarations name must lie inside the project, so that the repository holds everything that the output depends on.",
  ),
  ODP0015: error("endless-recursion", "A function of the project calls itself without an end."),
  ODP0016: error(
    "missing-main",
    "OpenWhisk calls the function `main` of an action's file: `export async function main(parameters: ActionParameters<typeof restock>) { .. }`.",
  ),
  ODP0017: error(
    "unbundled-action",
    "An action is deployed as one file with all that it imports, so each import has to be found when the project is compiled, and the text has to be valid TypeScript. Node's own modules are there when it runs.",
  ),
  ODP0018: error(
    "oversized-action",
    "OpenWhisk takes 48 MiB of code for an action (`exec larger than allowed`, 413).",
  ),
  ODP0020: error(
    "unknown-option",
    "A declaration knows a fixed set of options. One that it does not know would be ignored without a word, so it is refused. Raw settings of a system have places of their own: `connect`, `dbt`, `airflow`, `superset`, `topic`.",
  ),
  ODP0021: error("missing-option", "The declaration cannot do without this option."),
  ODP0022: error(
    "wrong-type",
    "The option takes another kind of value. `odp compile --types` shows such mistakes as the editor does.",
  ),
  ODP0023: error("wrong-choice", "The option takes one of a few words."),
  ODP0025: error(
    "wrong-duration",
    'A length of time is a number and a unit: `"90s"`, `"15m"`, `"3h"`, `"2d"`.',
  ),
  ODP0026: error(
    "wrong-column",
    "Columns of source tables are made by `pg.*`, in PostgreSQL's words; columns of models, seeds and externals by `t.*`, in Trino's. The two differ on purpose: a type that Iceberg would change does not exist as `t.*`.",
  ),
  ODP0027: error(
    "plain-secret",
    'The language takes names of secrets, never their values, so that none can reach a repository or a generated file. `secret("shop_pg")` names one; each system resolves the name where it runs.',
  ),
  ODP0029: error(
    "undefined-reference",
    "Something that is read, shown or listed is `undefined`: a misspelt table or column, or two modules that import each other, where a constant is still `undefined` when it is read. The type check shows the former in the editor; move what both modules need into a third for the latter.",
  ),
  ODP0080: error(
    "foreign-file",
    "A file stands where the output belongs, and odp did not write it: `odp-manifest.json` does not list it. Nothing was written. Move it away, or let odp replace it: `odp compile --overwrite PATH`.",
  ),
  ODP0081: error(
    "edited-file",
    "A file of the output was changed by hand after odp wrote it: its digest differs from the one in `odp-manifest.json`. Nothing was written. Make the change in the project instead, then let odp replace the file: `odp compile --overwrite PATH`.",
  ),
  ODP0082: error(
    "stale-output",
    "The output in the repository is not what the project compiles to. Run `odp compile` and commit the result.",
  ),
  ODP0083: error(
    "unsafe-path",
    "The output goes below the project's root, through ordinary folders: a symbolic link on the way, or an `out` that leads elsewhere, could write over files of others.",
  ),
  ODP0090: error(
    "type-error",
    "TypeScript found a mistake. `odp compile --types` and `--check` run its compiler over the project; the number after `TS` is TypeScript's own.",
  ),
  ODP9001: error(
    "internal-error",
    "A mistake of odp itself. Report it with the message and, if you can, the project; nothing was written.",
  ),
} as const satisfies Readonly<Record<Code, CodeInfo>>;

export type LoadCode = keyof typeof CODES;

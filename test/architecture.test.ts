import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Node, Project, type SourceFile, SyntaxKind } from "ts-morph";
import { describe, expect, test } from "vitest";

/** Which room may import which; `type:` allows types only. The reason is printed on a breach. */
const RULES: readonly { readonly room: string; readonly may: readonly string[]; readonly reason: string }[] =
  [
    { room: "dsl", may: ["dsl"], reason: "users load the language; it must not pull the compiler in" },
    {
      room: "compiler/load",
      may: [
        "compiler/load",
        "compiler/diagnostics",
        "compiler/text",
        "dsl",
        "zod",
        "oxc-parser",
        "oxc-transform",
        "esbuild",
        "node:",
      ],
      reason: "the one room that meets user code and disk",
    },
    {
      room: "compiler/graph",
      may: [
        "compiler/graph",
        "compiler/sql",
        "compiler/facts",
        "compiler/text",
        "compiler/plan/names",
        "dsl",
        "type:compiler/diagnostics",
        "type:compiler/load/project",
      ],
      reason: "middle phases are pure, and know names only",
    },
    {
      room: "compiler/checks",
      may: [
        "compiler/checks",
        "compiler/diagnostics",
        "compiler/graph",
        "compiler/sql",
        "compiler/facts",
        "compiler/text",
        "compiler/plan/names",
        "compiler/plan/lower/stages",
        "dsl",
        "croner",
      ],
      reason: "a check reads the graph and reports",
    },
    {
      room: "compiler/plan",
      may: ["compiler/plan", "compiler/graph", "compiler/facts", "compiler/sql", "compiler/text", "dsl"],
      reason: "lowering is pure and total: it has nobody to report to",
    },
    {
      room: "compiler/emit",
      may: ["compiler/text", "type:compiler/plan", "compiler/emit/target", "type:dsl"],
      reason: "a target formats the plan and knows no other target",
    },
    {
      room: "compiler/emit/openwhisk/openwhisk",
      may: [
        "odp:delivery-action",
        "compiler/emit/openwhisk/manifest",
        "compiler/text",
        "type:compiler/plan",
        "compiler/emit/target",
      ],
      reason: "the target that prints the action",
    },
    {
      room: "compiler/emit/openwhisk/action",
      may: ["compiler/emit/openwhisk/action", "type:compiler/plan", "nodemailer", "fflate", "node:"],
      reason: "it runs in OpenWhisk, alone: types are all that it shares with the compiler",
    },
    {
      room: "compiler/sql",
      may: ["compiler/sql", "compiler/text/suggest", "compiler/facts"],
      reason: "the SQL front end knows SQL and nothing of the project",
    },
    {
      room: "compiler/text",
      may: ["compiler/text", "compiler/facts", "nunjucks", "yaml", "node:crypto"],
      reason: "encoders know no domain",
    },
    {
      room: "compiler/facts",
      may: ["compiler/facts", "compiler/text", "type:dsl"],
      reason: "facts are data",
    },
    {
      room: "compiler/diagnostics",
      may: ["compiler/diagnostics", "compiler/text", "type:dsl"],
      reason: "diagnostics are data and how they look",
    },
    {
      room: "compiler/compile",
      may: [
        "compiler/checks",
        "compiler/graph",
        "compiler/plan",
        "compiler/emit",
        "type:compiler/diagnostics",
        "type:compiler/load",
      ],
      reason: "the pipeline is read in one function",
    },
    {
      room: "src",
      may: [
        "src",
        "compiler",
        "dsl",
        "commander",
        "ts-morph",
        "croner",
        "esbuild",
        "fflate",
        "pg",
        "kafkajs",
        "node:",
        "package.json",
      ],
      reason: "the command line is a thin shell",
    },
    { room: "examples", may: ["examples", "odp"], reason: "examples are user code" },
  ];

/** Files longer than 300 lines, each with its reason. */
const LONG: Readonly<Record<string, string>> = {
  "compiler/facts/postgres-types.ts": "one table, a line or two for each type",
  "compiler/emit/dbt/captured/base-model.ts": "one query, whose parts are read together",
  "compiler/sql/functions/signatures.ts": "one table, a line for each function",
};

const ROOT = resolve(import.meta.dirname, "..");
const files = ["dsl", "compiler", "src", "examples"]
  .flatMap((room) => listed(join(ROOT, room)))
  .filter((file) => /\.(ts|mjs)$/.test(file));

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
  readonly isType: boolean;
}

// The first test parses every file.
describe("architecture", { timeout: 60_000 }, () => {
  test("rooms import only what they may", () => {
    const breaches = imports().flatMap((found) => {
      const rule = RULES.findLast(
        ({ room }) => found.file === `${room}.ts` || found.file.startsWith(`${room}/`),
      );
      if (rule === undefined) return [`${found.file} belongs to no room`];
      const allowed = rule.may.some((may) => {
        const onlyType = may.startsWith("type:");
        const room = onlyType ? may.slice("type:".length) : may;
        const hit =
          found.target === room ||
          found.target === `${room}.ts` ||
          found.target.startsWith(room.endsWith(":") ? room : `${room}/`);
        return hit && (!onlyType || found.isType);
      });
      const own = rule.room === "compiler/emit" && sameTarget(found.file, found.target);
      const registry = found.file === "compiler/emit/index.ts" && found.target.startsWith("compiler/emit/");
      return allowed || own || registry
        ? []
        : [`${found.file}:${found.line} must not import ${found.target} -- ${rule.reason}`];
    });
    expect(breaches).toEqual([]);
  });

  test("files are short", () => {
    const long = files.filter((file) => {
      const lines = readFileSync(join(ROOT, file), "utf8").split("\n").length;
      return lines > 500 || (lines > 300 && LONG[file] === undefined);
    });
    expect(long).toEqual([]);
  });

  test("only src touches console, process, clock and randomness", () => {
    const breaches = files
      .filter(
        (file) =>
          (file.startsWith("compiler/") || file.startsWith("dsl/")) &&
          file !== "compiler/load/sandbox.ts" &&
          // It runs in OpenWhisk.
          !file.startsWith("compiler/emit/openwhisk/action/"),
      )
      .flatMap((file) =>
        impurities(parsed(file)).map((found) => `${file}:${found.getStartLineNumber()} ${found.getText()}`),
      );
    expect(breaches).toEqual([]);
  });

  test("nothing is exported as default but what users and tools must export so", () => {
    const found = files.filter(
      (file) => !file.startsWith("examples/") && parsed(file).getStatements().some(isDefaultExport),
    );
    expect(found).toEqual([]);
  });

  test("every folder of a target is registered, and every registered target has its folder", async () => {
    const { targets } = await import("../compiler/emit/index.ts");
    const folders = readdirSync(join(ROOT, "compiler/emit")).filter((name) =>
      statSync(join(ROOT, "compiler/emit", name)).isDirectory(),
    );
    expect(Object.keys(targets).sort()).toEqual(folders.sort());
  });

  test("every example is compiled into the repository", () => {
    const configs = readdirSync(join(ROOT, "examples")).map((name) =>
      readFileSync(join(ROOT, "examples", name, "odp.config.ts"), "utf8"),
    );
    for (const config of configs) {
      const project = /project: "(\w+)"/.exec(config)?.[1] ?? "";
      expect(existsSync(join(ROOT, "dags-out", project, "odp-manifest.json")), project).toBe(true);
    }
  });
});

const IMPURE = /^(console|process)\.\w+$|^Date\.now$|^Math\.random$|\.(localeCompare|toLocale\w+)$/;

/** Uses of what depends on the machine; in code only, since emitted Python may use them. */
function impurities(source: SourceFile): readonly Node[] {
  const accesses = source
    .getDescendantsOfKind(SyntaxKind.PropertyAccessExpression)
    .filter((each) => IMPURE.test(each.getText()));
  const clocks = source
    .getDescendantsOfKind(SyntaxKind.NewExpression)
    .filter((each) => each.getExpression().getText() === "Date" && each.getArguments().length === 0);
  return [...accesses, ...clocks];
}

function isDefaultExport(statement: Node): boolean {
  return (
    Node.isExportAssignment(statement) ||
    (Node.isModifierable(statement) && statement.hasModifier(SyntaxKind.DefaultKeyword))
  );
}

const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions: { allowJs: true } });

/** A file's tree; each is parsed once. */
function parsed(file: string): SourceFile {
  const path = join(ROOT, file);
  return project.getSourceFile(path) ?? project.addSourceFileAtPath(path);
}

function imports(): readonly Import[] {
  return files.flatMap((file) => {
    const source = parsed(file);
    const declared = [
      ...source.getImportDeclarations(),
      ...source.getExportDeclarations().filter((each) => each.getModuleSpecifierValue() !== undefined),
    ];
    const dynamic = source
      .getDescendantsOfKind(SyntaxKind.CallExpression)
      .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
      .flatMap((call) => {
        const literal = call.getArguments()[0]?.asKind(SyntaxKind.StringLiteral);
        return literal === undefined
          ? []
          : [
              {
                file,
                line: call.getStartLineNumber(),
                target: target(file, literal.getLiteralValue()),
                isType: false,
              },
            ];
      });
    const written = declared.map((each) => ({
      file,
      line: each.getStartLineNumber(),
      target: target(file, each.getModuleSpecifierValue() ?? ""),
      isType: each.isTypeOnly(),
    }));
    return [...written, ...dynamic];
  });
}

function target(file: string, specifier: string): string {
  return specifier.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(file), specifier)) : specifier;
}

function sameTarget(file: string, imported: string): boolean {
  const folder = /^compiler\/emit\/[^/]+\//.exec(file)?.[0];
  return folder !== undefined && imported.startsWith(folder);
}

function listed(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === "dags-out" || entry.name === "node_modules") return [];
    return entry.isDirectory() ? listed(path) : [relative(ROOT, path)];
  });
}

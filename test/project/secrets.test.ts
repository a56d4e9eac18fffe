import { Node, Project } from "ts-morph";
import { expect, test } from "vitest";
import { compileFiles, type Files } from "./examples.ts";
import { language, optionOf, PROJECTS_OF_OPTIONS } from "./options.ts";

/** Three forms; the parts make it plain that no key of anybody stands here. */
const SECRETS: readonly string[] = [
  "postgres://reader:hunter2hunter2@db.example.com/shop",
  `AKIA${"ABCDEFGHIJKLMNOP"}`,
  `-----BEGIN ${"PRIVATE"} KEY-----`,
];

/**
 * Texts for people, queries, and names of what others own: no system logs in with them, and reviewers read them in
 * every diff. The severity of a condition is one of two words, which the type says.
 */
const FOR_PEOPLE =
  /(?:^|\.)(?:description|title|landedBy|reason|label|text|owner|tags|name|expect|given|rows|default|subject|body|with|formData|superset|to|email|from|access|allow|accepted|path|file|supersetUrl|googleProject|warehouse|image|format|sql|severity)(?:\.|$)|^external\.(?:catalog|schema|table)$/u;

/** A text of a project, as an option's value, and what the file is with another text. */
interface Place {
  readonly option: string;
  readonly files: Files;
  readonly file: string;
  readonly with: (text: string) => string;
}

/** One place for each option that holds a text. */
function places(): readonly Place[] {
  const parser = new Project({ useInMemoryFileSystem: true });
  const found = new Map<string, Place>();
  for (const [project, files] of PROJECTS_OF_OPTIONS)
    for (const [file, source] of files) {
      if (!file.endsWith(".ts")) continue;
      parser.createSourceFile(`/${project}/${file}`, source).forEachDescendant((node) => {
        if (!Node.isStringLiteral(node)) return;
        const property = node.getFirstAncestor(Node.isPropertyAssignment);
        const isValue = property !== undefined && node.getStart() > property.getNameNode().getEnd();
        const option = isValue ? optionOf(property) : undefined;
        // The argument of another call inside the option is no value of the option.
        const call = node.getFirstAncestor(Node.isCallExpression);
        if (option === undefined || property === undefined || found.has(option)) return;
        if (call !== undefined && call.getStart() > property.getStart()) return;
        const [start, end] = [node.getStart(), node.getEnd()];
        found.set(option, {
          option,
          files,
          file,
          with: (text) => source.slice(0, start) + JSON.stringify(text) + source.slice(end),
        });
      });
    }
  return [...found.values()];
}

test("a secret written as a text into a setting is refused, whatever the setting", async () => {
  const all = places().filter(({ option }) => !FOR_PEOPLE.test(option));
  expect(all.length).toBeGreaterThan(25);
  const leaks: string[] = [];
  for (const [index, place] of all.entries()) {
    const secret = SECRETS[index % SECRETS.length] ?? "";
    const { files } = await compileFiles(new Map([...place.files, [place.file, place.with(secret)]]));
    const shown = [...files].filter(([, text]) => text.includes(secret)).map(([path]) => path);
    if (shown.length > 0) leaks.push(`${place.option}: ${shown.join(", ")}`);
  }
  expect(leaks).toEqual([]);
}, 120_000);

test("no option takes the value of a secret: those that mean one take its name", () => {
  const meant = language().options.filter((option) => /\.(?:connection|via|sign|url|secrets)$/u.test(option));
  expect(meant).toEqual([
    "action.secrets",
    "defineConfig.alerts.via",
    "email.via",
    "postgres.connection",
    "run.http.connection",
    "webhook.sign",
    "webhook.url",
  ]);
}, 30_000);

test.each(["email.via", "postgres.connection", "webhook.url", "action.secrets.key"])(
  "%s refuses a text, and the message does not show it",
  async (option) => {
    const [, files] = [...PROJECTS_OF_OPTIONS].find(([name]) => name === "shop") ?? [];
    const property =
      {
        "email.via": "via: ",
        "postgres.connection": "connection: ",
        "webhook.url": "url: ",
        "action.secrets.key": "key: ",
      }[option] ?? "";
    const file = option === "postgres.connection" ? "source.ts" : "pipeline.ts";
    const text = (files?.get(file) ?? "").replace(
      new RegExp(`${property}secret\\("\\w+"\\)`, "u"),
      `${property}"${SECRETS[0]}"`,
    );
    expect(text).toContain(SECRETS[0]);
    const { diagnostics, files: output } = await compileFiles(new Map([...(files ?? []), [file, text]]));
    expect(output.size).toBe(0);
    expect(diagnostics.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
    expect(JSON.stringify(diagnostics.map(({ message, help }) => [message, help]))).not.toContain("hunter2");
  },
);

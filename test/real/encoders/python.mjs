// Python literals and docstrings, Jinja, YAML and JSON, each by a program that compares on the other side.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../lib/command.mjs";
import { batches, COUNT } from "./compare.mjs";

const PROGRAM = new URL("read_back.py", import.meta.url).pathname;

export async function pythonChecks({ check, parts, encoderFolder }, code) {
  const python = parts["dbt-environment"].python;
  const compare = async (kind, cases) => {
    const file = join(encoderFolder, `${kind}.jsonl`);
    writeFileSync(file, cases.map((one) => `${JSON.stringify(one)}\n`).join(""));
    await mustRun(python, [PROGRAM, kind, file]);
  };
  const texts = code.take(COUNT, code.nastyTexts(101));

  await check("Python reads its string literals", () =>
    compare(
      "literal",
      texts.map((text) => [code.pythonString(text), text]),
    ),
  );
  await check("Python reads nested literals", () =>
    compare(
      "literal",
      batches(texts, 50).map((batch) => {
        const value = { list: batch, [batch[0]]: [true, null, -1.5, 1e21, 1e-7, { nested: batch[1] }] };
        return [code.python(value), value];
      }),
    ),
  );
  await check("Python reads its docstrings", () =>
    compare(
      "docstring",
      texts.slice(0, 20_000).map((text) => [code.pythonDocstring(text, 4), code.tidyText(text).join("\n")]),
    ),
  );
  await check("Jinja renders a field as the same text", () =>
    compare(
      "jinja",
      texts.slice(0, 20_000).map((text) => [code.jinjaField(text), text]),
    ),
  );
  await check("Jinja renders fragments and strings as the same text", () =>
    compare(
      "jinja",
      batches(texts, 100).map((batch) => [
        batch.map((text) => `<${code.jinjaFragment(text)}{{ "|" }}{{ ${code.jinjaString(text)} }}>`).join(""),
        batch.map((text) => `<${text}|${text}>`).join(""),
      ]),
    ),
  );
  const storable = code.take(COUNT, code.nastyTexts(106, { wellFormed: true }));
  const documents = batches(storable, 200).map((batch) => {
    const value = {
      list: batch,
      pairs: batch.map((text) => ({ [text]: text, list: [text, [text]] })),
      numbers: [0, -1, 0.5, 1e21, 1e-7, -1.5e300],
    };
    return [code.yaml({ ...value, inline: code.flow(batch) }), { ...value, inline: batch }];
  });
  await check("PyYAML reads the same values", () => compare("yaml", documents));
  await check("PyYAML without its C library reads the same values", () =>
    compare("slow-yaml", documents.slice(0, 20)),
  );
  await check("Python reads the same JSON", () =>
    compare(
      "json",
      batches(texts, 100).map((batch) => {
        const value = { list: batch, pairs: batch.map((text) => ({ [text]: text })) };
        return [code.json(value) + code.jsonLine(value), value];
      }),
    ),
  );
}

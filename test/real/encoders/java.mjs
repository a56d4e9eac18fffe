// .properties by `java.util.Properties`, and SQL by the parser of the very Trino server that the tests run.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../lib/command.mjs";
import { trinoJava } from "../parts/java.mjs";
import { COUNT, expectTexts, fromHexLines } from "./compare.mjs";

const program = (name) => new URL(name, import.meta.url).pathname;

export async function javaChecks({ check, parts, encoderFolder }, code) {
  const java = await trinoJava();
  const classPath = join(parts["trino-server"].home, "lib", "*");

  await check("Java reads the same properties", async () => {
    const texts = code.take(COUNT, code.nastyTexts(103));
    const pairs = texts.map((text, index) => [`${index}.${text}`, text]);
    const file = join(encoderFolder, "test.properties");
    writeFileSync(file, code.properties(pairs), "latin1");
    expectTexts(
      fromHexLines(await mustRun(java, ["-Xmx1g", program("ReadProperties.java"), file])),
      pairs.flat(),
    );
  });

  const parse = async (kind, written) => {
    const file = join(encoderFolder, `${kind}.txt`);
    const hex = (text) =>
      Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join(
        "",
      );
    writeFileSync(file, written.map((text) => `${hex(text)}\n`).join(""));
    const output = await mustRun(java, ["-Xmx1g", "-cp", classPath, program("ParseTrino.java"), kind, file]);
    return fromHexLines(output);
  };
  const texts = code.take(COUNT, code.nastyTexts(104, { wellFormed: true }));
  await check("Trino reads its strings", async () => {
    const written = texts.map(code.sqlString);
    expectTexts(await parse("string", written), texts, written);
  });
  await check("Trino reads its identifiers", async () => {
    const names = texts.filter((text) => text !== "");
    const written = names.map(code.sqlIdentifier);
    expectTexts(await parse("identifier", written), names, written);
  });
  await check("Trino reads its words as identifiers", async () => {
    const names = WORDS;
    const written = names.map(code.sqlIdentifier);
    expectTexts(await parse("identifier", written), names, written);
  });
  await check("Trino reads its comments as nothing", async () => {
    const written = texts.slice(0, 20_000).map((text) => `${code.sqlComment(text)}\n'end'`);
    expectTexts(
      await parse("string", written),
      written.map(() => "end"),
      written,
    );
  });
  await check("Trino reads its numbers", async () => {
    const numbers = [0, -1, 0.5, -0.25, 1e21, 1e-7, 2 ** 53, -(2n ** 63n), 2n ** 63n, 10n ** 38n - 1n];
    const written = numbers.map((number) => code.sqlLiteral(number));
    const wanted = [
      "0",
      "-1",
      "0.5",
      "-0.25",
      "1.0E21",
      "1.0E-7",
      "9007199254740992",
      "-9223372036854775808",
    ];
    expectTexts(await parse("number", written), [...wanted, "9223372036854775808", "9".repeat(38)], written);
  });
}

/** Words that some position of the grammar treats in a special way. */
const WORDS = (
  "select from where order group table user date time timestamp interval row array map if values count json first last " +
  "position trim extract normalize current_date localtime grouping skip auto listagg unnest lateral escape uescape"
).split(" ");

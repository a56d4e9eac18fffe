// Shell words and .env files, by every shell that is there.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../lib/command.mjs";
import { batches, COUNT, expectTexts } from "./compare.mjs";

const SHELLS = [
  ["sh", []],
  ["bash", ["--norc"]],
];

export async function shellChecks({ check, encoderFolder }, code) {
  const texts = code.take(COUNT, code.nastyTexts(102, { wellFormed: true, nul: false }));
  const lists = batches(texts, 1000);
  for (const [shell, flags] of SHELLS) {
    await check(`${shell} reads the same words`, async () => {
      const script = join(encoderFolder, "words.sh");
      writeFileSync(script, lists.map((list) => `printf '%s\\0' ${code.shellCommand(list)}\n`).join(""));
      expectTexts(textsOf(await mustRun(shell, [...flags, script])), texts);
    });
    await check(`${shell} reads the same .env file`, async () => {
      const list = texts.slice(0, 5000);
      const file = join(encoderFolder, "test.env");
      writeFileSync(file, code.envFile(list.map((text, index) => [`ODP_${index}`, text])));
      const words = list.map((_, index) => `"$ODP_${index}"`).join(" ");
      const script = join(encoderFolder, "env.sh");
      writeFileSync(script, `. ${file}\nprintf '%s\\0' ${words}\n`);
      expectTexts(textsOf(await mustRun(shell, [...flags, script])), list);
    });
  }
}

const textsOf = (output) => output.split("\0").slice(0, -1);

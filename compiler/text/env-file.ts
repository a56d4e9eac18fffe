// `.env` files in the dialect of `sh`, since its readers differ: what `sh` loads by `. ./file` is the meaning.
// Docker Compose and python-dotenv read the same where `isPortableEnvValue` is true.
import { shellWord } from "./shell.ts";
import { unencodable } from "./unencodable.ts";

/** A .env file, one `NAME=value` a line, in the order given. */
export function envFile(entries: Iterable<readonly [string, string]>): string {
  let text = "";
  for (const [name, value] of entries) {
    if (!isEnvName(name)) unencodable("an environment variable", JSON.stringify(name));
    text += `${name}=${value === "" ? "" : shellWord(value)}\n`;
  }
  return text;
}

/** True for a name that every reader of .env files accepts. */
export function isEnvName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}

/** True if `sh`, Docker Compose and python-dotenv all read the value back as it is. */
export function isPortableEnvValue(value: string): boolean {
  return !/['\\\n\r\0]/.test(value);
}

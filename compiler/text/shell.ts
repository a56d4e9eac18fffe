// POSIX shell words. Source: POSIX.1-2024, Shell Command Language 2.2.2 and 2.4.
import { hasLoneSurrogate, unencodable } from "./unencodable.ts";

/** One word of a command: bare where that is safe, else in single quotes. */
export function shellWord(text: string): string {
  if (BARE.test(text) && !RESERVED.has(text)) return text;
  if (text.includes("\0")) unencodable("a shell word", "it holds a NUL");
  if (hasLoneSurrogate(text)) unencodable("a shell word", "it holds a lone surrogate");
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command of several words. */
export function shellCommand(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

const BARE = /^[A-Za-z0-9_@%+:,./-]+$/;
const RESERVED: ReadonlySet<string> = new Set(
  "case coproc do done elif else esac fi for function if in select then time until while".split(" "),
);

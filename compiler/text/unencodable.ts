/**
 * Stops on text that a language cannot hold at all (a NUL in PostgreSQL, a lone surrogate in UTF-8).
 * Checks report such text to the user beforehand, with the predicates beside each encoder; whoever still
 * arrives here is a bug of the compiler.
 */
export function unencodable(language: string, reason: string): never {
  throw new Error(`cannot be written as ${language}: ${reason}`);
}

/** True if the text holds half a surrogate pair, which no UTF-8 file can carry. */
export function hasLoneSurrogate(text: string): boolean {
  return LONE_SURROGATE.test(text);
}

const LONE_SURROGATE = /\p{Surrogate}/u;

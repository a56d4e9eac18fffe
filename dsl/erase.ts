/**
 * The one place that forgets a type. A declaration keeps its spec for the compiler, which knows columns by name only,
 * while the user's side is generic in them; TypeScript cannot relate the two.
 */
export function erased<Known>(value: unknown): Known {
  return value as Known;
}

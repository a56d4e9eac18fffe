// The `config(..)` call at the head of a model.

/** Arguments as Jinja expressions, in the order given. */
export function configBlock(args: readonly (readonly [string, string])[]): string {
  return `{{ config(\n${args.map(([name, value]) => `    ${name}=${value}`).join(",\n")}\n) }}\n`;
}

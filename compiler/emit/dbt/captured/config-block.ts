// The `config(..)` call at the head of a model.
import { jinjaString } from "../../../text/jinja.ts";

/** Arguments as Jinja expressions, in the order given. */
export function configBlock(args: readonly (readonly [string, string])[]): string {
  return `{{ config(\n${args.map(([name, value]) => `    ${name}=${value}`).join(",\n")}\n) }}\n`;
}

/** A hook that adds columns which were declared later: pairs of name and type of the state. */
export function addColumnsHook(columns: readonly (readonly [string, string])[]): readonly [string, string] {
  const pairs = columns.map(([name, type]) => `        [${jinjaString(name)}, ${jinjaString(type)}]`);
  return ["pre_hook", `"{{ cdc_add_columns([\n${pairs.join(",\n")}\n    ]) }}"`];
}

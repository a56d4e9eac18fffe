// Text of the user inside Jinja templates (Airflow's templated fields, dbt's .sql and .yml) that must come out
// as it went in. Jinja gives meaning to `{{`, `{%` and `{#`, turns every kind of line break into a line feed and,
// unless `keep_trailing_newline` is set (it is off in Airflow and in dbt), drops a line feed at the end. What is
// written here comes out the same under both settings. Only ordinary rendering is meant:
// `render_template_as_native_obj=True` evaluates its results as Python.
import { hex } from "./hex.ts";

/** Text that is a whole Airflow template field: rendering it gives back the very text. */
export function jinjaField(text: string): string {
  return text.replace(FIELD_HAZARD, asExpression);
}

/**
 * Text inside a larger template, such as a SQL literal or comment in a dbt model. Whatever follows may be
 * another expression, so a final brace is written as an expression too. What precedes must not end in `{`.
 */
export function jinjaFragment(text: string): string {
  return text.replace(FRAGMENT_HAZARD, asExpression);
}

/**
 * Text that is a whole YAML value of dbt. dbt renders a value only if it holds a delimiter of Jinja, opening or
 * closing, so other text stays as it is. Source: dbt-core 1.12, `dbt.clients.jinja._HAS_RENDER_CHARS_PAT`.
 */
export function jinjaDbtValue(text: string): string {
  return DBT_RENDERS.test(text) ? jinjaField(text) : text;
}

/** A string literal inside a Jinja expression: `{{ source('shop', 'orders') }}`. */
export function jinjaString(text: string): string {
  return `'${text.replace(STRING_HAZARD, escapeCharacter)}'`;
}

/**
 * True if Airflow would take the text for the path of a template file and read that file, because it ends in
 * one of the operator's `template_ext`, such as `.sql` or `.sh`. Source: Airflow 3, `Templater.render_template`.
 */
export function isTemplatePath(text: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => text.endsWith(extension));
}

// A brace directly before an expression of ours would join its `{{`, so each hazard takes the braces before it.
const FIELD_HAZARD = /\{+[{%#]|\{*(?:\r|\n$)/g;
const FRAGMENT_HAZARD = /\{+[{%#]|\{*\r|\{+$/g;
const DBT_RENDERS = /\{[{%#]|[#}%]\}/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject here
const STRING_HAZARD = /['\\\x00-\x1f\x7f-\x9f\u2028\u2029]|\p{Surrogate}/gu;

function asExpression(hazard: string): string {
  return `{{ ${jinjaString(hazard)} }}`;
}

function escapeCharacter(character: string): string {
  if (character === "'" || character === "\\") return `\\${character}`;
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  return `\\u${hex(character.charCodeAt(0), 4)}`;
}

// Templates for files shaped like code (DAGs, dbt models, Dockerfiles). A template holds `for`, `if` on a boolean
// and reads of `v`, nothing else; every value arrives as a finished literal of its language.
//
// Templates are string constants in a .ts file beside their target, written with `String.raw`, so that the
// compiler needs no loader for another file type in esbuild, vitest, tsc or plain Node:
//   export const DAG = String.raw`<% for task in v.tasks %>...`;
// The delimiters `<% %>`, `<$ $>`, `<# #>` leave the Jinja of Airflow and dbt alone.
import nunjucks from "nunjucks";

/**
 * What a template may read. Only strings and numbers can be printed; `if` is meant for booleans, since an empty
 * list is true in it.
 */
export type TemplateView = object;

/** A function from a view to text; the template is compiled at its first use. */
export function template<View extends TemplateView>(name: string, source: string): (view: View) => string {
  let compiled: nunjucks.Template | undefined;
  return (view) => {
    compiled ??= new nunjucks.Template(source, environment(), name, true);
    return compiled.render({ v: strict(view, "v") });
  };
}

function environment(): nunjucks.Environment {
  return new nunjucks.Environment(null, {
    autoescape: false,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
    tags: {
      blockStart: "<%",
      blockEnd: "%>",
      variableStart: "<$",
      variableEnd: "$>",
      commentStart: "<#",
      commentEnd: "#>",
    },
  });
}

/**
 * `throwOnUndefined` alone lets `if v.missing` and `for x in v.missing` pass, prints objects as
 * `[object Object]` and null as nothing: this wrapper throws on each of them.
 */
function strict(target: object, path: string): object {
  return new Proxy(target, {
    get(object, key) {
      if (key === Symbol.iterator || key === Symbol.toStringTag) return Reflect.get(object, key);
      if (typeof key === "symbol" || key === "toString" || key === "valueOf") {
        throw new Error(`template prints \`${path}\`, which is no text`);
      }
      const value: unknown = Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
      if (value === undefined || value === null)
        throw new Error(`template reads \`${path}.${key}\`, which is not given`);
      return typeof value === "object" ? strict(value, `${path}.${key}`) : value;
    },
  });
}

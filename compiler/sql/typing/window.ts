import { suggest } from "../../text/suggest.ts";
import type { Identifier } from "../ast/node.ts";
import type { Window, WindowSpecification } from "../ast/window.ts";
import { sameName } from "../resolve/fields.ts";
import { isInteger } from "../types/type.ts";
import { report, type Walk } from "./walk.ts";

/** The expressions of what stands behind `OVER`; a named window is walked through where it is defined. */
export function walkWindow(w: Walk, window: Window): void {
  if (window.kind === "window-reference") {
    checkName(w, window.name);
    return;
  }
  if (window.base !== undefined) checkName(w, window.base);
  const { inside } = w;
  w.inside = "window";
  walkSpecification(w, window);
  w.inside = inside;
}

function checkName(w: Walk, name: Identifier): void {
  for (let here = w.context.scope; here !== undefined; here = here.outer) {
    if (here.windows === undefined) continue;
    if (here.windows.some((window) => sameName(window, name.name))) return;
    const near = suggest(name.name, here.windows);
    const message = `\`${name.name}\` is no window of this select`;
    const help = near === undefined ? "define it: `window … as (…)`" : `did you mean \`${near}\`?`;
    report(w, "unknown-window", name, message, help);
    return;
  }
}

function walkSpecification(w: Walk, { partitionBy, orderBy, frame }: WindowSpecification): void {
  for (const expression of partitionBy) w.typeOf(w, expression);
  for (const { expression } of orderBy) w.typeOf(w, expression);
  for (const bound of [frame?.from, frame?.to]) {
    if (bound?.offset === undefined) continue;
    const { type } = w.typeOf(w, bound.offset);
    if (type === undefined || type.base === "unknown" || frame?.unit === "range" || isInteger(type)) continue;
    report(w, "wrong-type", bound.offset, `a distance in rows is a whole number, this is \`${type.text}\``);
  }
}

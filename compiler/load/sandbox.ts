import { type Context, createContext, runInContext } from "node:vm";

/** Something outside that user code reached for while it declared: a clock, chance, the environment, the network. */
export interface Reach {
  /** As the user wrote it: `Date.now()`. */
  readonly what: string;
  readonly group: "clock" | "chance" | "environment" | "network" | "timer";
  readonly stack: string;
}

/** Where user modules are evaluated: a realm of their own, without a way to the outside. */
export interface Sandbox {
  readonly context: Context;
  /** What was reached for, in order; kept apart from what is thrown, since the user's code may catch that. */
  readonly reaches: readonly Reach[];
}

/**
 * Everything that gives another answer on another day or machine is replaced by a refusal, inside a realm of its own
 * so that `globalThis` leads to it too. What is a function of its arguments stays: `new Date("2026-01-01")`,
 * `Math.max`. Locales default to `en`, since the machine's differs.
 */
export function createSandbox(print: (text: string) => void): Sandbox {
  const reaches: Reach[] = [];
  const refuse = (what: string, group: Reach["group"], stack: string): void => {
    reaches.push({ what, group, stack });
  };
  const context = createContext(
    { __odp: { refuse, print } },
    { codeGeneration: { strings: false, wasm: false } },
  );
  runInContext(BOOTSTRAP, context, { filename: "odp:sandbox" });
  return { context, reaches };
}

const BOOTSTRAP = `"use strict";
(() => {
  const { refuse, print } = globalThis.__odp;
  delete globalThis.__odp;
  const stop = (what, group) => {
    const error = new Error(what + " is not allowed here");
    refuse(what, group, error.stack);
    throw error;
  };
  const RealDate = Date;
  const refusedDate = new Proxy(RealDate, {
    construct: (target, args, self) => (args.length === 0 ? stop("new Date()", "clock") : Reflect.construct(target, args, self)),
    apply: () => stop("Date()", "clock"),
    get: (target, key, self) => (key === "now" ? () => stop("Date.now()", "clock") : Reflect.get(target, key, self)),
  });
  RealDate.prototype.constructor = refusedDate;
  globalThis.Date = refusedDate;
  Math.random = () => stop("Math.random()", "chance");
  const shut = (name, group) => {
    const proxy = new Proxy(function () {}, {
      get: (_, key) => (typeof key === "symbol" ? undefined : stop(name + "." + key, group)),
      apply: () => stop(name + "()", group),
      construct: () => stop("new " + name + "()", group),
    });
    Object.defineProperty(globalThis, name, { value: proxy, configurable: true, writable: true });
  };
  shut("process", "environment");
  shut("performance", "clock");
  shut("crypto", "chance");
  for (const name of ["fetch", "WebSocket", "XMLHttpRequest"]) shut(name, "network");
  for (const name of ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]) shut(name, "timer");
  const defaulted = (owner, name, position) => {
    const real = owner[name];
    owner[name] = { [name](...args) { args[position] ??= "en"; return real.apply(this, args); } }[name];
  };
  defaulted(String.prototype, "localeCompare", 1);
  for (const name of ["toLocaleUpperCase", "toLocaleLowerCase"]) defaulted(String.prototype, name, 0);
  for (const owner of [Number.prototype, BigInt.prototype, Array.prototype, RealDate.prototype]) defaulted(owner, "toLocaleString", 0);
  for (const name of ["toLocaleDateString", "toLocaleTimeString"]) defaulted(RealDate.prototype, name, 0);
  for (const name of Object.getOwnPropertyNames(Intl)) {
    const Real = Intl[name];
    if (typeof Real !== "function" || !/^[A-Z]/.test(name)) continue;
    Intl[name] = new Proxy(Real, {
      construct: (target, [locale, ...rest], self) => Reflect.construct(target, [locale ?? "en", ...rest], self),
      apply: (target, self, [locale, ...rest]) => Reflect.apply(target, self, [locale ?? "en", ...rest]),
    });
  }
  const text = (value) => (typeof value === "string" ? value : JSON.stringify(value) ?? String(value));
  const write = (...values) => print(values.map(text).join(" "));
  globalThis.console = { log: write, info: write, warn: write, error: write, debug: write, table: write, dir: write };
})();`;

import { createRequire } from "node:module";

/** How bare imports are found and loaded. */
export interface Packages {
  readonly resolve: (name: string, from: string) => string | undefined;
  readonly load: (name: string, from: string) => unknown;
}

/** As Node does, from the user's own file. */
export function nodePackages(): Packages {
  return {
    resolve: (name, from) => {
      try {
        return createRequire(from).resolve(name);
      } catch {
        return undefined;
      }
    },
    load: (name, from) => createRequire(from)(name),
  };
}

import type { Plugin } from "esbuild";

/** For esbuild. */
export function deliveryAction(): Plugin;

import { checks } from "../compiler/checks/index.ts";
import { CODES } from "../compiler/diagnostics/codes.ts";
import type { CodeInfo } from "../compiler/diagnostics/diagnostic.ts";

/** Every code with what stands behind it, sorted. */
export function allCodes(): readonly (readonly [code: string, info: CodeInfo])[] {
  const found: (readonly [string, CodeInfo])[] = [
    ...Object.entries<CodeInfo>(CODES),
    ...checks.map((check) => [check.code, check] as const),
  ];
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What stands behind a code or slug. */
export function codeInfo(codeOrSlug: string): CodeInfo | undefined {
  return allCodes().find(([code, info]) => code === codeOrSlug || info.slug === codeOrSlug)?.[1];
}

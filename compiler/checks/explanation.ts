/** What `odp explain` says about a code; every check tells the same five things in the same order. */
export interface Explanation {
  /** What the code means. */
  readonly what: string;
  /** What would happen at run time, with the outside fact and where it comes from. */
  readonly why: string;
  /** How to mend it. */
  readonly mend: string;
  /** The shortest code that is wrong, and the same code mended. */
  readonly bad: string;
  readonly good: string;
}

/** Markdown of an explanation. */
export function explanation({ what, why, mend, bad, good }: Explanation): string {
  return `${what}\n\n**Why.** ${why}\n\n**How to mend it.** ${mend}\n\nWrong:\n${fenced(bad)}\n\nRight:\n${fenced(good)}\n`;
}

const fenced = (code: string): string => `\`\`\`ts\n${code.trim()}\n\`\`\``;

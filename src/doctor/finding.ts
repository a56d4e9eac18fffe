/** What one look at a system found. */
export interface Finding {
  readonly level: "ok" | "warning" | "problem";
  readonly text: string;
  /** What mends it; missing where nothing has to be mended. */
  readonly fix?: string;
}

/** Everything that was looked at in one system. */
export interface Examination {
  /** `PostgreSQL of source shop`. */
  readonly system: string;
  readonly findings: readonly Finding[];
}

export const ok = (text: string): Finding => ({ level: "ok", text });
export const warning = (text: string, fix: string): Finding => ({ level: "warning", text, fix });
export const problem = (text: string, fix: string): Finding => ({ level: "problem", text, fix });

/** Looks at a system; one that does not answer is a finding. */
export async function examine(
  system: string,
  fix: string,
  look: () => Promise<readonly Finding[]>,
): Promise<Examination> {
  try {
    return { system, findings: await look() };
  } catch (error) {
    return { system, findings: [problem(error instanceof Error ? error.message : String(error), fix)] };
  }
}

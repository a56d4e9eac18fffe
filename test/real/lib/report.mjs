// What the runner prints while it works.

/** Seconds since `began` (milliseconds), with one decimal. */
export const secondsSince = (began) => ((Date.now() - began) / 1000).toFixed(1);

/** Runs a step and prints its name with the time it took, also when it fails. */
export async function timed(name, step) {
  const began = Date.now();
  try {
    return await step();
  } finally {
    process.stdout.write(`  ${name}: ${secondsSince(began)} s\n`);
  }
}

/** A text with every line moved to the right. */
export const indented = (text, spaces = 6) => text.replace(/^/gm, " ".repeat(spaces));

/** Milliseconds that are kept back from the query for sending and for the answer. */
const FOR_SENDING = 20_000;

/** When the runtime ends the activation, in milliseconds since 1970; a minute from now where it does not say. */
export function deadline(): number {
  const given = Number(process.env.__OW_DEADLINE);
  return given > 0 ? given : Date.now() + 60_000;
}

/** When the query has to be done. Of a short activation half is for the query. */
export function queryDeadline(): number {
  const end = deadline();
  return end - Math.min(FOR_SENDING, (end - Date.now()) / 2);
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

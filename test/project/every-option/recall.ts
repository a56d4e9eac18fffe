/** Invites members again; run by OpenWhisk. */
export async function main(params: { readonly greeting: string }): Promise<{ readonly sent: number }> {
  return { sent: params.greeting.length };
}

/** Tells the warehouse what to order; run by OpenWhisk. */
export async function main(params: { readonly warehouse: string }): Promise<{ readonly ordered: number }> {
  return { ordered: params.warehouse.length };
}

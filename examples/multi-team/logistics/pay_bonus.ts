/** Tells the payroll what each packer earned; run by OpenWhisk. */
export async function main(params: { readonly currency: string }): Promise<{ readonly paid: string }> {
  return { paid: params.currency };
}

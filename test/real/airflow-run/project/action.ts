export async function main(): Promise<object> {
  return {};
}

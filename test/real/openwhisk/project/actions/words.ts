export function repeated(word: string, times: number): string {
  return Array.from({ length: times }, () => word).join(" ");
}

/**
 * The order in which modules are evaluated, as in ESM: what a module imports comes first. Of modules that import each
 * other only the first one met is listed; evaluating it leads to the others. Without recursion, since a chain of
 * imports may be longer than the stack is deep (Tarjan's strongly connected components).
 */
export function evaluationOrder(
  entries: readonly string[],
  importsOf: (path: string) => readonly string[],
): readonly string[] {
  const order: string[] = [];
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  for (const entry of entries) {
    if (numbers.has(entry)) continue;
    const work: { readonly path: string; readonly imports: readonly string[]; next: number }[] = [];
    const enter = (path: string): void => {
      numbers.set(path, numbers.size);
      lowest.set(path, numbers.size - 1);
      open.push(path);
      isOpen.add(path);
      work.push({ path, imports: importsOf(path), next: 0 });
    };
    enter(entry);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const target = top.imports[top.next];
      top.next += 1;
      if (target !== undefined) {
        if (!numbers.has(target)) enter(target);
        else if (isOpen.has(target)) lower(lowest, top.path, numbers.get(target));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent !== undefined) lower(lowest, parent.path, lowest.get(top.path));
      if (lowest.get(top.path) !== numbers.get(top.path)) continue;
      order.push(top.path);
      for (let closed = open.pop(); closed !== undefined; closed = open.pop()) {
        isOpen.delete(closed);
        if (closed === top.path) break;
      }
    }
  }
  return order;
}

function lower(lowest: Map<string, number>, path: string, to: number | undefined): void {
  const now = lowest.get(path);
  if (to !== undefined && now !== undefined && to < now) lowest.set(path, to);
}

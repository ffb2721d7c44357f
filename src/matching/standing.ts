/** Something that can be merged into another of its kind, which then stands for it. */
export interface Mergeable<T> {
  mergedInto?: T;
}

/**
 * What stands for a group after all merges.
 *
 * Source: R. E. Tarjan, Efficiency of a Good But Not Linear Set Union Algorithm, JACM 22 (1975); path halving.
 */
export function standing<T extends Mergeable<T>>(group: T): T {
  let here = group;
  while (here.mergedInto) {
    const next = here.mergedInto;
    if (next.mergedInto) here.mergedInto = next.mergedInto;
    here = next;
  }
  return here;
}

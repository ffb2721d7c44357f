/** A binary heap: gives back first what `before` puts first. */
export class PriorityQueue<T> {
  private readonly heap: T[] = [];

  constructor(private readonly before: (a: T, b: T) => boolean) {}

  push(item: T): void {
    const { heap, before } = this;
    let hole = heap.length;
    heap.push(item);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !before(item, above)) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = item;
  }

  pop(): T | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.sink(last);
    return first;
  }

  /** Puts an item in at the top and lets it down to its place. */
  private sink(item: T): void {
    const { heap, before } = this;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      let upper = left;
      if (right !== undefined && before(right, left)) {
        upper = right;
        child++;
      }
      if (!before(upper, item)) break;
      heap[hole] = upper;
      hole = child;
    }
    heap[hole] = item;
  }
}

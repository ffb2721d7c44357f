/** An open pair of records, with the golden records that they belong to. */
export interface OpenPair {
  readonly a: number;
  readonly b: number;
  /** In bits. */
  readonly weight: number;
  readonly goldenA: string;
  readonly goldenB: string;
}

/** Golden records that open reviews join to one group. */
export interface JoinedGoldens {
  /** Those of the first pair, then the others as they joined. */
  readonly goldenIds: readonly string[];
  /** Of each two of them the strongest open pair, where there is one; the strongest first. */
  readonly pairs: readonly OpenPair[];
  /** Whether these are all: false where more are joined to them than a group holds. */
  readonly complete: boolean;
}

/** As many golden records are still taken in at a glance. What is joined to more of them is decided part by part. */
export const largestGroup = 10;

/**
 * The group that a pair stands in: its two golden records and, the strongest open pair first, those that are joined to what
 * is in the group already (Prim's algorithm, which ends when the group is full). It depends on the pairs alone, not on
 * their order.
 *
 * @param pairsOf the open pairs of each golden record, of each two golden records the strongest
 */
export function joinedGoldens(
  first: OpenPair,
  pairsOf: (goldenId: string) => readonly OpenPair[],
  largest = largestGroup,
): JoinedGoldens {
  const goldenIds = new Set([first.goldenA, first.goldenB]);
  const within = ({ goldenA, goldenB }: OpenPair): boolean => goldenIds.has(goldenA) && goldenIds.has(goldenB);
  for (;;) {
    const touching = [...goldenIds].flatMap(pairsOf);
    const [next] = touching.filter((pair) => !within(pair)).sort(strongestFirst);
    if (next !== undefined && goldenIds.size < largest) goldenIds.add(next.goldenA).add(next.goldenB);
    else {
      const pairs = new Map([first, ...touching.filter(within)].map((pair) => [pairId(pair), pair]));
      return {
        goldenIds: [...goldenIds],
        pairs: [...pairs.values()].sort(strongestFirst),
        complete: next === undefined,
      };
    }
  }
}

/** The records under review of each golden record of a group, in the order of its golden records. */
export function recordsOfEach({ goldenIds, pairs }: JoinedGoldens): number[][] {
  return goldenIds.map((goldenId) => {
    const ends = pairs.flatMap(({ a, b, goldenA, goldenB }) => [
      { id: a, of: goldenA },
      { id: b, of: goldenB },
    ]);
    return [...new Set(ends.filter((end) => end.of === goldenId).map(({ id }) => id))];
  });
}

/** The id of the review of a pair. */
export function pairId({ a, b }: { readonly a: number; readonly b: number }): string {
  return `${a}-${b}`;
}

function strongestFirst(x: OpenPair, y: OpenPair): number {
  return y.weight - x.weight || x.a - y.a || x.b - y.b;
}

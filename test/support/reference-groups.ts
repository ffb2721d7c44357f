import type { ReferenceReview } from './steward-reference.js';

/** The golden records that open reviews join to those of one, by name, and the reviews among them. */
export interface ReferenceGroup {
  readonly goldenIds: readonly string[];
  readonly reviews: readonly ReferenceReview[];
}

/** The group of a review: whatever is reached over reviews that nobody has put off. */
export function groupOf(first: ReferenceReview, all: readonly ReferenceReview[]): ReferenceGroup {
  const joining = all.filter(({ id, skipped }) => !skipped || id === first.id);
  const reached = new Set(first.goldenIds);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const { goldenIds } of joining)
      if (goldenIds.some((id) => reached.has(id))) for (const id of goldenIds) reached.add(id);
  }
  const reviews = joining.filter(({ goldenIds }) => goldenIds.every((id) => reached.has(id)));
  return { goldenIds: [...reached].toSorted(), reviews };
}

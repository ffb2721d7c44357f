/** What one stroke has decided: one review, all that were chosen, or a group. */
export interface Stroke<Item> {
  readonly reviews: readonly Item[];
  /** The decisions that were made, to be taken back in reverse order. */
  readonly decisions: readonly string[];
  /** The reviews that were put off: there is no decision to take back, each waits again by itself. */
  readonly skipped: readonly string[];
}

/** What a steward has done with the queue since it was opened. */
export interface QueueState<Item extends { readonly id: string }> {
  /** The review that is looked at; where it is not in the list (any more), the first one is. */
  readonly current: string | undefined;
  /** Reviews that were decided, before the service tells so. */
  readonly gone: ReadonlySet<string>;
  /** Reviews that came back by an undo, before the service lists them. */
  readonly returned: readonly Item[];
  readonly history: readonly Stroke<Item>[];
}

export const untouchedQueue = { current: undefined, gone: new Set<string>(), returned: [], history: [] };

/** The reviews as they are shown: those that came back first, without those that are gone. */
export function shownReviews<Item extends { readonly id: string }>(
  listed: readonly Item[],
  { gone, returned }: QueueState<Item>,
): Item[] {
  const current = new Map([...returned, ...listed].map((review) => [review.id, review]));
  // A map keeps the place of a key that is set again: those that came back stay in front, as the service has them by now.
  return [...current.values()].filter(({ id }) => !gone.has(id));
}

/** The place of the current review; 0 where it is not shown. */
export function currentIndex<Item extends { readonly id: string }>(
  shown: readonly Item[],
  { current }: QueueState<Item>,
): number {
  return Math.max(
    0,
    shown.findIndex(({ id }) => id === current),
  );
}

/** Takes reviews out of the queue, and goes on to the one that follows. */
export function takeOut<Item extends { readonly id: string }>(
  state: QueueState<Item>,
  shown: readonly Item[],
  ids: readonly string[],
): QueueState<Item> {
  const index = currentIndex(shown, state);
  const after = [...shown.slice(index), ...shown.slice(0, index).reverse()].find(({ id }) => !ids.includes(id));
  return { ...state, gone: new Set([...state.gone, ...ids]), current: after?.id };
}

/** Shows reviews again where the service still lists them: it did not decide them. */
export function restore<Item extends { readonly id: string }>(
  state: QueueState<Item>,
  ids: readonly string[],
): QueueState<Item> {
  return { ...state, gone: new Set([...state.gone].filter((id) => !ids.includes(id))) };
}

/** Puts reviews back to the head of the queue, and goes to the first of them. */
export function putBack<Item extends { readonly id: string }>(
  state: QueueState<Item>,
  reviews: readonly Item[],
): QueueState<Item> {
  const ids = new Set(reviews.map(({ id }) => id));
  return {
    ...state,
    gone: new Set([...state.gone].filter((id) => !ids.has(id))),
    returned: [...reviews, ...state.returned.filter(({ id }) => !ids.has(id))],
    current: reviews[0]?.id ?? state.current,
  };
}

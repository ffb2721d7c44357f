import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Schemas } from '../api/client.js';
import { itemsOf } from '../api/pages.js';
import { queryClient } from '../api/query-client.js';
import { useSelection, type Selection } from '../feedback/selection.js';
import type { QueueFilter } from './queue-filter.js';
import {
  decideReviews,
  reviews,
  revokeDecision,
  revokeSkip,
  type Review,
  type Scope,
  type Verdict,
} from './queue-queries.js';
import {
  currentIndex,
  putBack,
  restore,
  shownReviews,
  takeOut,
  untouchedQueue,
  type QueueState,
  type Stroke,
} from './queue-state.js';

/** What is to be decided: the reviews that are named to the service, and all that are gone with them. */
interface Wish {
  readonly verdict: Verdict;
  readonly scope: Scope;
  readonly named: readonly string[];
  readonly taken: readonly Review[];
}

/**
 * The queue as a steward works on it. What is decided is gone at once; the service is told one stroke after the other, and what it
 * refuses comes back.
 */
export function useQueue(collection: string, filter: QueueFilter) {
  const query = useInfiniteQuery(reviews(collection, filter));
  const [state, setState] = useState<QueueState<Review>>(untouchedQueue);
  const latest = useRef(state);
  const selection = useSelection();
  const shown = query.data === undefined ? [] : shownReviews(itemsOf(query.data), state);
  const index = currentIndex(shown, state);
  const current = shown[index];
  const { scope, speakOf } = useScope(current, selection);

  const update = (change: (before: QueueState<Review>) => QueueState<Review>): void => {
    latest.current = change(latest.current);
    setState(latest.current);
  };

  const decide = useMutation({
    scope: { id: 'decisions' },
    mutationFn: ({ verdict, scope, named }: Wish) => decideReviews(collection, verdict, scope, named),
    onError: (_, { taken }) => update((before) => putBack(before, taken)),
    onSuccess: ({ items }, { taken }) => {
      tellRefusals(items);
      const stroke = strokeOf(items, taken);
      const refused = taken.filter((review) => !stroke.reviews.includes(review)).map(({ id }) => id);
      update((before) => ({
        ...restore(before, refused),
        history: stroke.reviews.length > 0 ? [...before.history, stroke] : before.history,
      }));
      return reread(collection);
    },
  });

  const undo = useMutation({
    scope: { id: 'decisions' },
    mutationFn: async () => {
      const stroke = latest.current.history.at(-1);
      if (stroke !== undefined) await takeBack(collection, stroke);
      return stroke;
    },
    onSuccess: (stroke) => {
      if (stroke === undefined) {
        notifications.show({ message: 'There is nothing to take back.' });
        return undefined;
      }
      update((before) => putBack({ ...before, history: before.history.slice(0, -1) }, stroke.reviews));
      notifications.show({ message: `Taken back: ${String(stroke.reviews.length)} of them wait again.` });
      return reread(collection);
    },
  });

  return {
    query,
    shown,
    index,
    current,
    selection,
    scope,
    speakOf,
    undoable: state.history.length > 0 || decide.isPending,
    go: (to: number) => {
      const target = shown[Math.min(Math.max(to, 0), shown.length - 1)];
      if (target !== undefined) update((before) => ({ ...before, current: target.id }));
      if (to >= shown.length - 5 && query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    decide: (verdict: Verdict) => {
      const selected = shown.filter(({ id }) => selection.has(id));
      const chosen = selected.length > 0 ? selected : current === undefined ? [] : [current];
      if (chosen.length === 0) return;
      const named = chosen.map(({ id }) => id);
      const inGroup = scope === 'group' ? (current?.group?.reviews ?? []).map(({ id }) => id) : [];
      const gone = new Set([...named, ...inGroup]);
      update((before) => takeOut(before, shown, [...gone]));
      selection.set([]);
      speakOf('pair');
      decide.mutate({ verdict, scope, named, taken: shown.filter(({ id }) => gone.has(id)) });
    },
    undo: () => undo.mutate(),
  };
}

/** What is decided next: the pair alone or, once that is asked for, the whole group in which it stands. */
function useScope(current: Review | undefined, { keys }: Selection) {
  const [groupAt, setGroupAt] = useState<string>();
  // Several that were chosen are decided each for itself.
  const scope: Scope = current?.group && current.id === groupAt && keys.size === 0 ? 'group' : 'pair';
  return { scope, speakOf: (wanted: Scope) => setGroupAt(wanted === 'group' ? current?.id : undefined) };
}

export type Queue = ReturnType<typeof useQueue>;

/** What the service has done of a wish. */
function strokeOf(items: Schemas['BulkReviewOutcomes']['items'], taken: readonly Review[]): Stroke<Review> {
  const outcomes = items.flatMap(({ outcome }) => outcome ?? []);
  const settled = new Set(outcomes.flatMap(({ reviews: ids }) => ids));
  return {
    reviews: taken.filter(({ id }) => settled.has(id)),
    decisions: outcomes.flatMap(({ decision }) => decision?.id ?? []),
    skipped: outcomes.flatMap(({ status, reviews: ids }) => (status === 'skipped' ? ids : [])),
  };
}

/** Tells the service that what a stroke has decided is to be as it was before. */
async function takeBack(collection: string, { decisions, skipped }: Stroke<Review>): Promise<void> {
  for (const decision of decisions.toReversed()) await revokeDecision(collection, decision);
  for (const id of skipped) await revokeSkip(collection, id);
}

/** Tells of the decisions that were not taken, of the first few each by itself. */
function tellRefusals(items: Schemas['BulkReviewOutcomes']['items']): void {
  const problems = items.flatMap(({ problem }) => problem ?? []);
  for (const { title, detail } of problems.slice(0, 3)) notifications.show({ color: 'orange', title, message: detail });
}

/** A decision may close or move other reviews, and changes golden records. */
function reread(collection: string): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: [collection, 'review'] });
  void queryClient.invalidateQueries({ queryKey: [collection, 'golden'] });
  return queryClient.invalidateQueries({ queryKey: [collection, 'reviews'] });
}

import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Schemas } from '../api/client.js';
import { itemsOf } from '../api/pages.js';
import { queryClient } from '../api/query-client.js';
import { useSelection } from '../feedback/selection.js';
import type { QueueFilter } from './queue-filter.js';
import { decideReviews, reviews, revokeDecision, revokeSkip, type Review, type Verdict } from './queue-queries.js';
import {
  currentIndex,
  putBack,
  shownReviews,
  takeOut,
  untouchedQueue,
  type QueueState,
  type Stroke,
} from './queue-state.js';

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

  const update = (change: (before: QueueState<Review>) => QueueState<Review>): void => {
    latest.current = change(latest.current);
    setState(latest.current);
  };

  const decide = useMutation({
    scope: { id: 'decisions' },
    mutationFn: ({ verdict, chosen }: { readonly verdict: Verdict; readonly chosen: readonly Review[] }) =>
      decideReviews(
        collection,
        verdict,
        chosen.map(({ id }) => id),
      ),
    onError: (_, { chosen }) => update((before) => putBack(before, chosen)),
    onSuccess: ({ items }, { verdict, chosen }) => {
      tellRefusals(items);
      const taken = new Set(items.filter(({ outcome }) => outcome !== undefined).map(({ review }) => review));
      const decisions = items.flatMap(({ outcome }) => outcome?.decision?.id ?? []);
      const stroke = { verdict, decisions, reviews: chosen.filter(({ id }) => taken.has(id)) };
      if (taken.size > 0) update((before) => ({ ...before, history: [...before.history, stroke] }));
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
      update((before) =>
        takeOut(
          before,
          shown,
          chosen.map(({ id }) => id),
        ),
      );
      selection.set([]);
      decide.mutate({ verdict, chosen });
    },
    undo: () => undo.mutate(),
  };
}

export type Queue = ReturnType<typeof useQueue>;

/** Tells the service that what a stroke has decided is to be as it was before. */
async function takeBack(collection: string, { verdict, reviews: skipped, decisions }: Stroke<Review>): Promise<void> {
  if (verdict === 'skip') for (const { id } of skipped) await revokeSkip(collection, id);
  else for (const decision of decisions.toReversed()) await revokeDecision(collection, decision);
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

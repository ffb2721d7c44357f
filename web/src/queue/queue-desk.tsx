import { Box } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../feedback/answer.js';
import { NothingHere } from '../feedback/nothing-here.js';
import type { Collection } from '../settings.js';
import { DecisionBar } from './decision-bar.js';
import classes from './queue-desk.module.css';
import type { QueueFilter } from './queue-filter.js';
import { QueueList } from './queue-list.js';
import { reviewWithPreview } from './queue-queries.js';
import { ReviewDetails } from './review-details.js';
import { useQueue } from './use-queue.js';

/** The list of pairs, the pair that is looked at, and what can be decided of it: by hand or by keyboard alone. */
export function QueueDesk(props: { readonly collection: Collection; readonly filter: QueueFilter }) {
  const { collection, filter } = props;
  const queue = useQueue(collection.collection, filter);
  const { query, shown, index, current, selection } = queue;
  // What comes next is read while this one is looked at.
  const next = shown[index + 1];
  useQuery({ ...reviewWithPreview(collection.collection, next?.id ?? ''), enabled: next !== undefined });
  useHotkeys([
    ['j', () => queue.go(index + 1)],
    ['k', () => queue.go(index - 1)],
    ['m', () => queue.decide('match')],
    ['n', () => queue.decide('noMatch')],
    ['s', () => queue.decide('skip')],
    ['u', () => queue.undo()],
    ['g', () => queue.speakOf(queue.scope === 'group' ? 'pair' : 'group')],
    ['x', () => current && selection.toggle(current.id)],
  ]);
  return (
    <Answer query={query} lines={8}>
      {() => (
        <>
          <DecisionBar queue={queue} />
          {current === undefined ? (
            <NothingHere title={filter.status === 'skipped' ? 'Nothing is skipped' : 'The queue is clear'} good>
              {Object.keys(filter).length > 0
                ? 'No pair answers these filters.'
                : 'Every pair that the model was not sure of is decided.'}
            </NothingHere>
          ) : (
            <Box className={classes.desk}>
              <QueueList queue={queue} />
              <ReviewDetails key={current.id} collection={collection} review={current} scope={queue.scope} />
            </Box>
          )}
        </>
      )}
    </Answer>
  );
}

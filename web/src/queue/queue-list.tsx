import { Button, Checkbox, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { nameOf } from '../record/attribute-text.js';
import { bits } from '../record/evidence-waterfall.js';
import classes from './queue-desk.module.css';
import type { Review } from './queue-queries.js';
import type { Queue } from './use-queue.js';

/** The pairs that wait, to look at one or to choose several. */
export function QueueList({ queue }: { readonly queue: Queue }) {
  const { query, shown, index, selection, go } = queue;
  return (
    <Paper withBorder component="nav" aria-label="Pairs">
      <ul className={classes.list}>
        {shown.map((review, place) => (
          <QueueItem
            key={review.id}
            review={review}
            isCurrent={place === index}
            isChosen={selection.has(review.id)}
            onOpen={() => go(place)}
            onChoose={() => selection.toggle(review.id)}
          />
        ))}
        {query.hasNextPage && (
          <li>
            <Button
              variant="subtle"
              fullWidth
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              More
            </Button>
          </li>
        )}
      </ul>
    </Paper>
  );
}

function QueueItem(props: {
  readonly review: Review;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
  readonly onChoose: () => void;
}) {
  const { review, isCurrent, isChosen, onOpen, onChoose } = props;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const [left, right] = review.records;
  const names = [left, right].map((side) => nameOf(side?.canonical ?? {}));
  return (
    <li ref={item} className={classes.item} data-current={isCurrent || undefined}>
      <Checkbox size="xs" checked={isChosen} onChange={onChoose} aria-label={`Choose ${names.join(' and ')}`} />
      <UnstyledButton className={classes.choose} onClick={onOpen} aria-current={isCurrent}>
        <Group justify="space-between" wrap="nowrap" gap={6}>
          <Text size="sm" fw={600} truncate>
            {names[0]}
          </Text>
          <Text size="xs" c="dimmed" flex="none">
            {bits(review.weight)}
          </Text>
        </Group>
        <Text size="sm" c="dimmed" truncate>
          {names[1]}
        </Text>
      </UnstyledButton>
    </li>
  );
}

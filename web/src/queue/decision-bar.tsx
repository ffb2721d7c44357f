import { Button, Group, Kbd, SegmentedControl, Text } from '@mantine/core';
import classes from './queue-desk.module.css';
import type { Queue } from './use-queue.js';

/** What can be decided, each with its key. */
export function DecisionBar({ queue }: { readonly queue: Queue }) {
  const { current, shown, index, selection, scope, speakOf, decide, undo, undoable, query } = queue;
  const chosen = shown.filter(({ id }) => selection.has(id)).length;
  const all = shown.length > 0 && chosen === shown.length;
  return (
    <Group className={classes.bar} gap="xs" role="toolbar" aria-label="Decisions">
      {current?.group && chosen === 0 && (
        <>
          <SegmentedControl
            size="xs"
            aria-label="What is decided"
            value={scope}
            onChange={(value) => speakOf(value === 'group' ? value : 'pair')}
            data={[
              { value: 'pair', label: 'The pair' },
              { value: 'group', label: `The group of ${String(current.group.goldenRecords.length)}` },
            ]}
          />
          <Kbd size="xs">g</Kbd>
        </>
      )}
      <Button color="teal.9" disabled={!current} rightSection={<Kbd size="xs">m</Kbd>} onClick={() => decide('match')}>
        Match
      </Button>
      <Button color="red.9" disabled={!current} rightSection={<Kbd size="xs">n</Kbd>} onClick={() => decide('noMatch')}>
        No match
      </Button>
      <Button
        variant="default"
        disabled={!current}
        rightSection={<Kbd size="xs">s</Kbd>}
        onClick={() => decide('skip')}
      >
        Skip
      </Button>
      <Button variant="default" disabled={!undoable} rightSection={<Kbd size="xs">u</Kbd>} onClick={undo}>
        Undo
      </Button>
      <Button
        variant="subtle"
        disabled={shown.length === 0}
        onClick={() => selection.set(all ? [] : shown.map(({ id }) => id))}
      >
        {all ? 'Choose none' : 'Choose all'}
      </Button>
      <Text size="sm" c="dimmed" aria-live="polite">
        {chosen > 0
          ? `${String(chosen)} chosen`
          : shown.length > 0 && `${String(index + 1)} of ${String(shown.length)}${query.hasNextPage ? '+' : ''}`}
      </Text>
      <Text size="sm" c="dimmed" ml="auto" visibleFrom="lg">
        <Kbd size="xs">j</Kbd> <Kbd size="xs">k</Kbd> next, previous · <Kbd size="xs">x</Kbd> choose
      </Text>
    </Group>
  );
}

import { Button, Group, Stack } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { itemsOf, type PagesOf } from '../api/pages.js';
import { queryClient } from '../api/query-client.js';
import { Answer } from '../feedback/answer.js';
import { MoreButton } from '../feedback/more-button.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { useSelection, type Selection } from '../feedback/selection.js';
import { FollowedOperation } from '../operations/followed-operation.js';
import type { Operation } from '../operations/operation-queries.js';

/** What was set aside, to be chosen from and tried again: by keys, or all of it. The list is read again once that is done. */
export function ReplayableList<Item>(props: {
  readonly pages: PagesOf<Item>;
  /** Says that there is nothing, and what that means. */
  readonly empty: readonly [title: string, meaning: string];
  /** Tries what is chosen again; all where nothing is. */
  readonly replay: (chosen: ReadonlySet<string>) => Promise<Operation>;
  readonly children: (items: readonly Item[], selection: Selection) => ReactNode;
}) {
  const { pages, replay } = props;
  const [title, meaning] = props.empty;
  const query = useInfiniteQuery(pages);
  const selection = useSelection();
  const [started, setStarted] = useState<Operation>();
  const trying = useMutation({
    mutationFn: () => replay(selection.keys),
    onSuccess: (operation) => {
      selection.set([]);
      setStarted(operation);
    },
  });
  const chosen = selection.keys.size;
  return (
    <>
      {started && (
        <FollowedOperation
          key={started.id}
          started={started}
          onEnd={() => void queryClient.invalidateQueries({ queryKey: pages.queryKey })}
        />
      )}
      <Answer query={query}>
        {(data) => {
          const items = itemsOf(data);
          if (items.length === 0)
            return (
              <NothingHere title={title} good>
                {meaning}
              </NothingHere>
            );
          return (
            <Stack gap="sm">
              <Group>
                <Button loading={trying.isPending} onClick={() => trying.mutate()}>
                  {chosen > 0 ? `Replay ${String(chosen)}` : 'Replay all'}
                </Button>
              </Group>
              {props.children(items, selection)}
            </Stack>
          );
        }}
      </Answer>
      <MoreButton query={query} />
    </>
  );
}

import { Button, Checkbox, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { bodyOf, client, type Schemas } from '../api/client.js';
import { itemsOf } from '../api/pages.js';
import { queryClient } from '../api/query-client.js';
import { Answer } from '../feedback/answer.js';
import { MoreButton } from '../feedback/more-button.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { useSelection } from '../feedback/selection.js';
import { tellOfOperation } from '../operations/operation-notice.js';
import { Moment } from '../record/moment.js';
import { rejections } from './set-aside-queries.js';

type Rejection = Schemas['RejectionView'];

/** Lines that were not taken in, each with what is wrong in it, to be taken in again once a mapping is mended. */
export function RejectedLines(props: { readonly collection: string; readonly source: string | undefined }) {
  const { collection, source } = props;
  const query = useInfiniteQuery(rejections(collection, source));
  const { keys, has, toggle, set } = useSelection();
  const replay = useMutation({
    mutationFn: () => {
      const ids = [...keys].map(Number);
      const body = ids.length > 0 ? { ids } : source === undefined ? {} : { source };
      return bodyOf(client.POST('/v1/{collection}/rejections/replay', { params: { path: { collection } }, body }));
    },
    onSuccess: (operation) => {
      set([]);
      tellOfOperation('The lines are taken in again', operation);
      void queryClient.invalidateQueries({ queryKey: [collection, 'rejections'] });
    },
  });
  return (
    <>
      <Answer query={query}>
        {(data) => {
          const items = itemsOf(data);
          if (items.length === 0)
            return (
              <NothingHere title="Nothing was rejected" good>
                Every line that was sent could be read.
              </NothingHere>
            );
          return (
            <Stack gap="sm">
              <Group>
                <Button loading={replay.isPending} onClick={() => replay.mutate()}>
                  {keys.size > 0 ? `Replay ${String(keys.size)}` : 'Replay all'}
                </Button>
              </Group>
              {items.map((rejection) => (
                <RejectedLine
                  key={rejection.id}
                  rejection={rejection}
                  chosen={has(String(rejection.id))}
                  onChoose={() => toggle(String(rejection.id))}
                />
              ))}
            </Stack>
          );
        }}
      </Answer>
      <MoreButton query={query} />
    </>
  );
}

function RejectedLine(props: {
  readonly rejection: Rejection;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { source, sourceId, line, errors, input, rejectedAt } = props.rejection;
  return (
    <Paper withBorder p="md">
      <Group gap="sm" mb={4}>
        <Checkbox
          aria-label={`Choose line ${String(line)} of ${source}`}
          checked={props.chosen}
          onChange={props.onChoose}
          disabled={input === null}
        />
        <Text fw={600}>
          {source}
          {sourceId !== null && `/${sourceId}`}
        </Text>
        <Text size="sm" c="dimmed">
          line {line}, <Moment at={rejectedAt} />
        </Text>
      </Group>
      {errors.map(({ path, message }) => (
        <Text size="sm" key={path + message}>
          <Code>{path}</Code> {message}
        </Text>
      ))}
      {input !== null && (
        <Code block mt="xs">
          {input}
        </Code>
      )}
    </Paper>
  );
}

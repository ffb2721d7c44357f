import { Button, Checkbox, Group, Paper, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { bodyOf, client, type Schemas } from '../api/client.js';
import { itemsOf } from '../api/pages.js';
import { queryClient } from '../api/query-client.js';
import { Answer } from '../feedback/answer.js';
import { MoreButton } from '../feedback/more-button.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { useSelection, type Selection } from '../feedback/selection.js';
import { tellOfOperation } from '../operations/operation-notice.js';
import { Moment } from '../record/moment.js';
import { quarantine } from './set-aside-queries.js';

type Quarantined = Schemas['QuarantinedRecordView'];

const keyOf = ({ source, sourceId }: Quarantined): string => JSON.stringify([source, sourceId]);

/** Records that could not be resolved, each with its reason, to be tried again. */
export function QuarantinedRecords(props: { readonly collection: string; readonly source: string | undefined }) {
  const { collection, source } = props;
  const query = useInfiniteQuery(quarantine(collection, source));
  const selection = useSelection();
  const { keys, has, set } = selection;
  const replay = useMutation({
    mutationFn: (records: readonly Quarantined[]) => {
      const chosen = records.filter((record) => has(keyOf(record)));
      const names = chosen.map((record) => ({ source: record.source, sourceId: record.sourceId }));
      const body = names.length > 0 ? { records: names } : source === undefined ? {} : { source };
      return bodyOf(client.POST('/v1/{collection}/quarantine/replay', { params: { path: { collection } }, body }));
    },
    onSuccess: (operation) => {
      set([]);
      tellOfOperation('The records are tried again', operation);
      void queryClient.invalidateQueries({ queryKey: [collection, 'quarantine'] });
    },
  });
  return (
    <>
      <Answer query={query}>
        {(data) => {
          const items = itemsOf(data);
          if (items.length === 0)
            return (
              <NothingHere title="Nothing is in quarantine" good>
                Every record that was taken in could be resolved.
              </NothingHere>
            );
          return (
            <>
              <Group mb="sm">
                <Button loading={replay.isPending} onClick={() => replay.mutate(items)}>
                  {keys.size > 0 ? `Replay ${String(keys.size)}` : 'Replay all'}
                </Button>
              </Group>
              <QuarantineTable records={items} selection={selection} />
            </>
          );
        }}
      </Answer>
      <MoreButton query={query} />
    </>
  );
}

function QuarantineTable(props: { readonly records: readonly Quarantined[]; readonly selection: Selection }) {
  const { records, selection } = props;
  const { keys, has, toggle, set } = selection;
  return (
    <Paper withBorder>
      <Table horizontalSpacing="md" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>
              <Checkbox
                aria-label="Choose all"
                checked={keys.size === records.length}
                indeterminate={keys.size > 0 && keys.size < records.length}
                onChange={() => set(keys.size === records.length ? [] : records.map(keyOf))}
              />
            </Table.Th>
            <Table.Th>Record</Table.Th>
            <Table.Th>Reason</Table.Th>
            <Table.Th>Since</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map((record) => (
            <Table.Tr key={keyOf(record)}>
              <Table.Td>
                <Checkbox
                  aria-label={`Choose ${record.source}/${record.sourceId}`}
                  checked={has(keyOf(record))}
                  onChange={() => toggle(keyOf(record))}
                />
              </Table.Td>
              <Table.Td>
                {record.source}/{record.sourceId}
              </Table.Td>
              <Table.Td>
                <Text size="sm">{record.reason}</Text>
              </Table.Td>
              <Table.Td>
                <Moment at={record.quarantinedAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

import { Checkbox, Paper, Table, Text } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import type { Selection } from '../feedback/selection.js';
import { Moment } from '../record/moment.js';
import { ReplayableList } from './replayable-list.js';
import { quarantine, replayQuarantine } from './set-aside-queries.js';

type Quarantined = Schemas['QuarantinedRecordView'];

const keyOf = ({ source, sourceId }: Quarantined): string => JSON.stringify([source, sourceId]);

function recordOf(key: string): { readonly source: string; readonly sourceId: string } {
  const [source, sourceId] = JSON.parse(key) as [string, string];
  return { source, sourceId };
}

/** Records that could not be resolved, each with its reason, to be tried again. */
export function QuarantinedRecords(props: { readonly collection: string; readonly source: string | undefined }) {
  const { collection, source } = props;
  return (
    <ReplayableList
      pages={quarantine(collection, source)}
      empty={['Nothing is in quarantine', 'Every record that was taken in could be resolved.']}
      replay={(chosen) => replayQuarantine(collection, source, [...chosen].map(recordOf))}
    >
      {(records, selection) => <QuarantineTable records={records} selection={selection} />}
    </ReplayableList>
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

import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { Answer } from '../feedback/answer.js';
import { Moment } from '../record/moment.js';
import { sourceHealth } from './source-queries.js';

/** How the records of a source fare, by collection; what was set aside is a link away. */
export function SourceHealth({ source }: { readonly source: string }) {
  const query = useQuery(sourceHealth(source));
  return (
    <Answer query={query} lines={1}>
      {({ collections }) =>
        collections.length === 0 ? (
          <Text size="sm" c="dimmed" my="sm">
            It has not sent anything yet.
          </Text>
        ) : (
          <Table my="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Collection</Table.Th>
                <Table.Th ta="right">Records</Table.Th>
                <Table.Th ta="right">Waiting</Table.Th>
                <Table.Th ta="right">Quarantined</Table.Th>
                <Table.Th ta="right">Rejected</Table.Th>
                <Table.Th>Last received</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {collections.map((health) => (
                <CollectionRow key={health.collection} source={source} health={health} />
              ))}
            </Table.Tbody>
          </Table>
        )
      }
    </Answer>
  );
}

const format = new Intl.NumberFormat('en');

function CollectionRow(props: { readonly source: string; readonly health: Schemas['CollectionHealthView'] }) {
  const { source, health } = props;
  const { collection, records, pending, quarantined, rejected, lastReceivedAt } = health;
  const aside = (count: number, kind: 'quarantine' | 'rejections') =>
    count === 0 ? (
      0
    ) : (
      <Anchor
        size="sm"
        renderRoot={(anchor) => (
          <Link to="/$collection/set-aside" params={{ collection }} search={{ kind, source }} {...anchor} />
        )}
      >
        {format.format(count)}
      </Anchor>
    );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {collection}
      </Table.Th>
      <Table.Td ta="right">{format.format(records)}</Table.Td>
      <Table.Td ta="right">{format.format(pending)}</Table.Td>
      <Table.Td ta="right">{aside(quarantined, 'quarantine')}</Table.Td>
      <Table.Td ta="right">{aside(rejected, 'rejections')}</Table.Td>
      <Table.Td>{lastReceivedAt === null ? 'never' : <Moment at={lastReceivedAt} />}</Table.Td>
    </Table.Tr>
  );
}

import { Badge, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { Answer } from '../feedback/answer.js';
import { labelOf } from '../record/attribute-text.js';
import { AttributeTexts } from '../record/attribute-texts.js';
import { Moment } from '../record/moment.js';
import { colorOf } from '../record/source-badges.js';
import type { Collection } from '../settings.js';
import { attributeExplanation } from './steward-queries.js';

type Candidate = Schemas['CandidateValue'];

const outcomes: Readonly<Record<Candidate['outcome'], { readonly label: string; readonly color: string }>> = {
  won: { label: 'won', color: 'teal' },
  same: { label: 'the same', color: 'teal' },
  union: { label: 'part of it', color: 'teal' },
  lost: { label: 'lost', color: 'gray' },
  ignored: { label: 'ignored', color: 'orange' },
};

/** Every value of an attribute that competed, and what put it out. */
export function AttributeCandidates(props: {
  readonly collection: Collection;
  readonly golden: Schemas['GoldenRecord'];
  readonly attribute: string;
}) {
  const { collection, golden, attribute } = props;
  const query = useQuery(attributeExplanation(collection.collection, golden, attribute));
  return (
    <Answer query={query} lines={2}>
      {({ candidates, group }) => (
        <>
          {group !== undefined && (
            <Text size="sm" c="dimmed" mb={4}>
              Survives with its group ({labelOf(group).toLowerCase()}) from one record.
            </Text>
          )}
          <Table withRowBorders={false} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Candidate</Table.Th>
                <Table.Th>Record</Table.Th>
                <Table.Th>Trust</Table.Th>
                <Table.Th>What became of it</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {candidates.map((candidate) => (
                <CandidateRow key={`${candidate.source}/${candidate.sourceId}`} candidate={candidate} />
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </Answer>
  );
}

function CandidateRow({ candidate }: { readonly candidate: Candidate }) {
  const { source, sourceId, observedAt, value, trust, flagged, outcome, by } = candidate;
  const { label, color } = outcomes[outcome];
  return (
    <Table.Tr>
      <Table.Td>
        <AttributeTexts value={value} />
        {flagged && (
          <Badge size="xs" color="orange" variant="light">
            unreadable
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          <Badge size="sm" variant="light" color={colorOf(source)} tt="none">
            {source}
          </Badge>
          <Text size="sm">{sourceId}</Text>
          <Text size="sm" c="dimmed">
            <Moment at={observedAt} />
          </Text>
        </Group>
      </Table.Td>
      <Table.Td>{trust.toFixed(2)}</Table.Td>
      <Table.Td>
        <Badge size="sm" variant="light" color={color}>
          {label}
        </Badge>{' '}
        <Text span size="sm" c="dimmed">
          {labelOf(by).toLowerCase()}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

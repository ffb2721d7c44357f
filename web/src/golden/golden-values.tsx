import { Badge, Group, Paper, Table, Text } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { labelOf } from '../record/attribute-text.js';
import { AttributeTexts } from '../record/attribute-texts.js';
import { Moment } from '../record/moment.js';
import { colorOf } from '../record/source-badges.js';
import type { Collection } from '../settings.js';

/** Every value of a golden record with where it came from and what it beat. */
export function GoldenValues(props: { readonly collection: Collection; readonly golden: Schemas['GoldenRecord'] }) {
  const { collection, golden } = props;
  const held = collection.attributes.filter(({ name }) => golden.attributes[name] !== undefined);
  return (
    <Paper withBorder>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="20%">Attribute</Table.Th>
            <Table.Th>Value</Table.Th>
            <Table.Th>From</Table.Th>
            <Table.Th>Decided by</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {held.map(({ name }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{labelOf(name)}</Table.Th>
              <Table.Td>
                <AttributeTexts value={golden.attributes[name]} />
              </Table.Td>
              <Table.Td>
                <Origin lineage={golden.lineage[name]} />
              </Table.Td>
              <Table.Td>
                <Decided lineage={golden.lineage[name]} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Origin({ lineage }: { readonly lineage: Schemas['AttributeLineage'] | undefined }) {
  if (lineage === undefined) return null;
  return (
    <Group gap={6}>
      <Badge size="sm" variant="light" color={colorOf(lineage.source)} tt="none">
        {lineage.source}
      </Badge>
      <Text size="sm">{lineage.sourceId}</Text>
      <Text size="sm" c="dimmed">
        <Moment at={lineage.observedAt} />
      </Text>
    </Group>
  );
}

function Decided({ lineage }: { readonly lineage: Schemas['AttributeLineage'] | undefined }) {
  if (lineage === undefined) return null;
  const beat = lineage.lost === 0 ? 'no other value' : `beat ${String(lineage.lost)}`;
  return (
    <Text size="sm">
      {labelOf(lineage.strategy)}{' '}
      <Text span c="dimmed">
        {beat}
      </Text>
    </Text>
  );
}

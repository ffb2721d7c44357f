import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import type { Operation } from '../operations/operation-queries.js';
import { labelOf, textsOf, type AttributeValue } from '../record/attribute-text.js';
import { Figures } from '../record/figures.js';

/** What rules would change, as their preview found: how much, and examples of each attribute. */
export function RulesPreview(props: { readonly collection: string; readonly operation: Operation }) {
  const { result } = props.operation;
  if (result === null || !('newVersions' in result)) return null;
  const { goldenRecords, changed, newVersions, attributes } = result;
  return (
    <Paper withBorder p="md" component="section" aria-label="What would change">
      <Stack gap="md">
        <Figures
          figures={[
            ['golden records', goldenRecords],
            ['would change', changed],
            ['new versions', newVersions],
          ]}
        />
        {attributes.map((attribute) => (
          <ChangedAttribute key={attribute.attribute} collection={props.collection} changed={attribute} />
        ))}
      </Stack>
    </Paper>
  );
}

function ChangedAttribute(props: { readonly collection: string; readonly changed: Schemas['PreviewedAttribute'] }) {
  const { attribute, changed, gained, lost, examples } = props.changed;
  return (
    <div>
      <Title order={3} size="h6">
        {labelOf(attribute)}: {changed} changed
        {gained > 0 && `, ${String(gained)} of them have none now`}
        {lost > 0 && `, ${String(lost)} would have none`}
      </Title>
      <Table verticalSpacing={2} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Now</Table.Th>
            <Table.Th>Then</Table.Th>
            <Table.Th w={130}>Golden record</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {examples.map(({ goldenId, before, after, strategyBefore, strategyAfter }) => (
            <Table.Tr key={goldenId}>
              <ExampleValue value={before} strategy={strategyBefore} />
              <ExampleValue value={after} strategy={strategyAfter} />
              <Table.Td>
                <Link to="/$collection/golden/$goldenId" params={{ collection: props.collection, goldenId }}>
                  {goldenId.slice(-8)}
                </Link>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function ExampleValue(props: { readonly value: AttributeValue | undefined; readonly strategy: string | undefined }) {
  return (
    <Table.Td>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {textsOf(props.value).join(', ') || '–'}
      </Text>
      {props.strategy !== undefined && (
        <Text size="xs" c="dimmed">
          {labelOf(props.strategy).toLowerCase()}
        </Text>
      )}
    </Table.Td>
  );
}

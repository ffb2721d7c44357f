import { Badge, Paper, Table, Text } from '@mantine/core';
import { labelOf } from '../record/attribute-text.js';
import type { Collection } from '../settings.js';
import type { Rules } from './rules-queries.js';
import { ruleText } from './rules-text.js';

/** What survives of each attribute and group, in words; what would be another rule than that in force stands out. */
export function RulesTable(props: {
  readonly collection: Collection;
  readonly inForce: Rules;
  readonly written: Rules;
}) {
  const { collection, inForce, written } = props;
  const groups = [...new Set([...Object.keys(inForce.groups ?? {}), ...Object.keys(written.groups ?? {})])];
  const rows = [
    ...collection.attributes.map(({ name }) => ({
      label: labelOf(name),
      before: ruleText(inForce.attributes[name]),
      after: ruleText(written.attributes[name]),
    })),
    ...groups.map((name) => ({
      label: `Group ${name}`,
      before: ruleText(inForce.groups?.[name]),
      after: ruleText(written.groups?.[name]),
    })),
  ];
  return (
    <Paper withBorder>
      <Table horizontalSpacing="md" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={160}>Attribute</Table.Th>
            <Table.Th>Which value survives</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, before, after }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={500}>
                {label}
              </Table.Th>
              <Table.Td>
                <Text size="sm">
                  {after}{' '}
                  {after !== before && (
                    <Badge size="xs" variant="light">
                      changed
                    </Badge>
                  )}
                </Text>
                {after !== before && (
                  <Text size="xs" c="dimmed">
                    in force: {before}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

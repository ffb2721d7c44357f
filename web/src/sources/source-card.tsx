import { Badge, Code, Group, Paper, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { colorOf } from '../record/source-badges.js';
import { SourceHealth } from './source-health.js';

/** One source: what is said of it, and how it fares. */
export function SourceCard({ source }: { readonly source: Schemas['SourceView'] }) {
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={2} size="h4">
            {source.name}
          </Title>
          <Badge variant="light" color={colorOf(source.source)} tt="none">
            {source.source}
          </Badge>
        </Group>
        <Group gap="xs">
          {source.duplicateFree && <Badge variant="default">without duplicates</Badge>}
          <Text size="sm">trust {source.trust}</Text>
        </Group>
      </Group>
      <SourceHealth source={source.source} />
      {Object.entries(source.mappings).map(([collection, mapping]) => (
        <details key={collection}>
          <summary>
            Mapping of {collection}, {Object.keys(mapping).length} attributes
          </summary>
          <Code block mt="xs">
            {Object.entries(mapping)
              .map(([attribute, expression]) => `${attribute}: ${expression}`)
              .join('\n')}
          </Code>
        </details>
      ))}
    </Paper>
  );
}

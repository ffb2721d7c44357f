import { Group, Paper, Text } from '@mantine/core';
import type { Operation } from '../operations/operation-queries.js';

/** What the activation of a model would change, as its preview found. */
export function PreviewSummary({ operation: { result } }: { readonly operation: Operation }) {
  if (result === null || !('golden' in result) || !('links' in result)) return null;
  const { golden, links, reviews } = result;
  const figures: [string, number][] = [
    ['golden records now', golden.before],
    ['golden records then', golden.after],
    ['stay as they are', golden.stay],
    ['merge', golden.merge],
    ['split', golden.split],
    ['regroup', golden.regroup],
    ['links', links],
    ['reviews', reviews],
  ];
  return (
    <Paper withBorder p="md" component="section" aria-label="What would change">
      <Group gap="xl">
        {figures.map(([label, count]) => (
          <div key={label}>
            <Text fw={700} size="lg">
              {count}
            </Text>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
          </div>
        ))}
      </Group>
    </Paper>
  );
}

import { Group, Text } from '@mantine/core';

/** A few counts, each with what it counts. */
export function Figures({ figures }: { readonly figures: readonly (readonly [label: string, count: number])[] }) {
  return (
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
  );
}

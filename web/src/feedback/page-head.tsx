import { Box, Group, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

/** The head of a view: its title, what it is for, and what can be done with all of it. */
export function PageHead(props: { readonly title: string; readonly about?: ReactNode; readonly children?: ReactNode }) {
  useEffect(() => {
    document.title = `${props.title} · Aurum`;
  }, [props.title]);
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <Box>
        <Title order={1} size="h2">
          {props.title}
        </Title>
        {props.about !== undefined && (
          <Text c="dimmed" size="sm" mt={2}>
            {props.about}
          </Text>
        )}
      </Box>
      <Group gap="xs">{props.children}</Group>
    </Group>
  );
}

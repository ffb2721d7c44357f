import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { CheckIcon, MagnifyingGlassIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';

/** An empty view: that there is nothing, and what that means or what to do about it. */
export function NothingHere(props: {
  readonly title: string;
  readonly children?: ReactNode;
  /** Whether that is good news. */
  readonly good?: boolean;
}) {
  return (
    <Stack align="center" gap="xs" py={64} ta="center">
      <ThemeIcon size={48} radius="xl" variant="light" color={props.good ? 'teal' : 'gray'} aria-hidden>
        {props.good ? <CheckIcon width={24} height={24} /> : <MagnifyingGlassIcon width={22} height={22} />}
      </ThemeIcon>
      <Title order={2} size="h4">
        {props.title}
      </Title>
      {props.children !== undefined && (
        <Text c="dimmed" maw={480}>
          {props.children}
        </Text>
      )}
    </Stack>
  );
}

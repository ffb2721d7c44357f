import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure.js';

/** Shows what a query gave, while it is awaited the outline of something, and what went wrong where it failed. */
export function Answer<Data>(props: {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** How many lines of outline are shown meanwhile. */
  readonly lines?: number;
}) {
  const { query, lines = 4 } = props;
  if (query.data !== undefined) return props.children(query.data);
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return (
    <Stack gap="sm" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={44} radius="md" />
      ))}
    </Stack>
  );
}

import { notifications } from '@mantine/notifications';
import { Anchor } from '@mantine/core';
import { queryClient } from '../api/query-client.js';
import type { Operation } from './operation-queries.js';

/** Tells that long work has begun, and where to follow it. */
export function tellOfOperation(title: string, operation: Operation): void {
  queryClient.setQueryData(['operations', operation.id], operation);
  void queryClient.invalidateQueries({ queryKey: ['operations'], exact: true });
  notifications.show({ title, message: <Anchor href="/console/operations">Follow it under Operations</Anchor> });
}

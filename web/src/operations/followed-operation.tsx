import { Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { operation, type Operation } from './operation-queries.js';
import { OperationSummary } from './operation-summary.js';

/** An operation from its beginning to its end. */
export function FollowedOperation(props: {
  /** As it was answered when it was started. */
  readonly started: Operation;
  readonly onEnd?: (operation: Operation) => void;
}) {
  const { data } = useQuery({ ...operation(props.started.id), initialData: props.started });
  const end = useEffectEvent((ended: Operation) => props.onEnd?.(ended));
  useEffect(() => {
    if (data.status !== 'running') end(data);
  }, [data]);
  return (
    <Paper withBorder p="md" mb="md" role="status">
      <OperationSummary operation={data} />
    </Paper>
  );
}

import { Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { Answer } from '../feedback/answer.js';
import { operation, type Operation } from './operation-queries.js';
import { OperationSummary } from './operation-summary.js';

/** An operation from its beginning to its end. */
export function FollowedOperation(props: {
  readonly operationId: string;
  readonly onEnd?: (operation: Operation) => void;
}) {
  const query = useQuery(operation(props.operationId));
  const { data } = query;
  const end = useEffectEvent((ended: Operation) => props.onEnd?.(ended));
  useEffect(() => {
    if (data !== undefined && data.status !== 'running') end(data);
  }, [data]);
  return (
    <Paper withBorder p="md" mb="md" role="status">
      <Answer query={query} lines={1}>
        {(one) => <OperationSummary operation={one} />}
      </Answer>
    </Paper>
  );
}

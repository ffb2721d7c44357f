import { Badge, Code, Group, Progress, Text } from '@mantine/core';
import { labelOf } from '../record/attribute-text.js';
import { Moment } from '../record/moment.js';
import type { Operation } from './operation-queries.js';

const colors = { running: 'blue', succeeded: 'teal', failed: 'red' } as const;

/** An operation: what it does, how far it is, what it has come to. */
export function OperationSummary({ operation }: { readonly operation: Operation }) {
  const { kind, status, collection, source, progress, error, createdAt, id } = operation;
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <Text fw={600}>{labelOf(kind)}</Text>
          <Badge variant="light" color={colors[status]}>
            {status}
          </Badge>
          <Text size="sm" c="dimmed">
            {[collection, source].filter(Boolean).join(' from ')} <Moment at={createdAt} />
          </Text>
        </Group>
        <Code>{id}</Code>
      </Group>
      <OperationProgress operation={operation} />
      <Group gap="md" mt={6}>
        <Text size="sm">
          {number(progress.done)} of {number(progress.total)}
        </Text>
        {countsOf(operation).map(([name, count]) => (
          <Text size="sm" c="dimmed" key={name}>
            {labelOf(name).toLowerCase()} {number(count)}
          </Text>
        ))}
      </Group>
      {error !== null && (
        <Text size="sm" c="red" mt={4}>
          {[error.title, error.detail].filter((part) => typeof part === 'string').join('. ')}
        </Text>
      )}
    </>
  );
}

export function OperationProgress({ operation: { kind, status, progress } }: { readonly operation: Operation }) {
  const percent = progress.total === 0 ? (status === 'running' ? 0 : 100) : (100 * progress.done) / progress.total;
  return (
    <Progress.Root mt="xs" size="sm">
      <Progress.Section
        value={percent}
        color={colors[status]}
        animated={status === 'running'}
        aria-label={`${labelOf(kind)}: progress`}
      />
    </Progress.Root>
  );
}

/** The counts of a result that say something. */
function countsOf({ result }: Operation): [string, number][] {
  return Object.entries(result ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0,
  );
}

const format = new Intl.NumberFormat('en');

function number(count: number): string {
  return format.format(count);
}

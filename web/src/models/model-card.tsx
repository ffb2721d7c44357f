import { Alert, Badge, Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { queryClient } from '../api/query-client.js';
import { Answer } from '../feedback/answer.js';
import { FollowedOperation } from '../operations/followed-operation.js';
import type { Operation } from '../operations/operation-queries.js';
import { Moment } from '../record/moment.js';
import { LevelWeights } from './level-weights.js';
import { activateModel, model, previewModel, type ModelSummary } from './model-queries.js';
import { PreviewSummary } from './preview-summary.js';

// The library of charts is large, and is read when a chart is asked for.
const ExpectedQuality = lazy(() => import('./expected-quality.js'));

const statusColors = { active: 'teal', candidate: 'blue', retired: 'gray' } as const;

/** One model: how sure it is, its charts, what it would change, and its activation. */
export function ModelCard({ collection, summary }: { readonly collection: string; readonly summary: ModelSummary }) {
  const { id, version, origin, status, createdAt, expected, thresholds, warnings } = summary;
  const [opened, { toggle }] = useDisclosure(status === 'active');
  return (
    <Paper withBorder p="md" component="article" aria-label={`Model ${String(version)}`}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="xs">
            <Title order={2} size="h4">
              {origin === 'shipped' ? 'Shipped model' : `Model ${String(version)}`}
            </Title>
            <Badge variant="light" color={statusColors[status]}>
              {status}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {createdAt !== null && (
              <>
                trained <Moment at={createdAt} />,{' '}
              </>
            )}
            links at {thresholds.link.toFixed(1)} bits, asks from {thresholds.review.toFixed(1)} bits
            {expected !== null &&
              `, expected precision ${percent(expected.precision)}, recall ${percent(expected.recall)}`}
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={toggle} aria-expanded={opened}>
            {opened ? 'Hide charts' : 'Show charts'}
          </Button>
        </Group>
      </Group>
      {warnings.map(({ code, message }) => (
        <Alert key={code} mt="xs" color="orange" variant="light">
          {message}
        </Alert>
      ))}
      <ModelActions collection={collection} modelId={id} isActive={status === 'active'} />
      <Collapse expanded={opened}>{opened && <ModelCharts collection={collection} modelId={id} />}</Collapse>
    </Paper>
  );
}

/** What can be done with a model that is not the active one, and what became of it: its activation is followed to the end. */
function ModelActions(props: { readonly collection: string; readonly modelId: string; readonly isActive: boolean }) {
  const { collection, modelId, isActive } = props;
  const [followed, setFollowed] = useState<Operation>();
  const [ended, setEnded] = useState<Operation>();
  const start = (operation: Operation): void => {
    setEnded(undefined);
    setFollowed(operation);
    void queryClient.invalidateQueries({ queryKey: [collection, 'models'], refetchType: 'active' });
  };
  const preview = useMutation({ mutationFn: () => previewModel(collection, modelId), onSuccess: start });
  const activate = useMutation({ mutationFn: () => activateModel(collection, modelId), onSuccess: start });
  return (
    <Stack gap="xs" mt="sm">
      {!isActive && (
        <Group gap="xs">
          <Button size="xs" variant="default" loading={preview.isPending} onClick={() => preview.mutate()}>
            Preview what it would change
          </Button>
          <Button size="xs" loading={activate.isPending} onClick={() => activate.mutate()}>
            Activate
          </Button>
        </Group>
      )}
      {followed && <FollowedOperation key={followed.id} started={followed} onEnd={setEnded} />}
      {ended?.kind === 'preview' && <PreviewSummary operation={ended} />}
    </Stack>
  );
}

function ModelCharts({ collection, modelId }: { readonly collection: string; readonly modelId: string }) {
  const query = useQuery(model(collection, modelId));
  return (
    <Answer query={query} lines={6}>
      {(one) => (
        <Stack gap="lg" mt="md">
          {one.report !== null && (
            <section aria-label="Expected precision and recall">
              <Title order={3} size="h5" mb="xs">
                Expected precision and recall by link threshold
              </Title>
              <Suspense>
                <ExpectedQuality points={one.report.thresholds} threshold={one.thresholds.link} />
              </Suspense>
            </section>
          )}
          <section aria-label="Weights by level">
            <Title order={3} size="h5" mb="xs">
              Weights by level, in bits
            </Title>
            <LevelWeights comparisons={one.comparisons} />
          </section>
        </Stack>
      )}
    </Answer>
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

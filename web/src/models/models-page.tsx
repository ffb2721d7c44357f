import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { itemsOf } from '../api/pages.js';
import { queryClient } from '../api/query-client.js';
import { Answer } from '../feedback/answer.js';
import { MoreButton } from '../feedback/more-button.js';
import { PageHead } from '../feedback/page-head.js';
import { FollowedOperation } from '../operations/followed-operation.js';
import type { Operation } from '../operations/operation-queries.js';
import { ModelCard } from './model-card.js';
import { models, trainModel } from './model-queries.js';

const route = getRouteApi('/$collection/models');

/** The matching models: the one in force, and those that were trained. */
export function ModelsPage() {
  const { collection } = route.useParams();
  return <Models key={collection} collection={collection} />;
}

function Models({ collection }: { readonly collection: string }) {
  const query = useInfiniteQuery(models(collection));
  const [training, setTraining] = useState<Operation>();
  const train = useMutation({
    mutationFn: () => trainModel(collection),
    onSuccess: setTraining,
  });
  return (
    <>
      <PageHead
        title="Models"
        about={`How ${collection} are matched: what is compared, and how much each answer weighs.`}
      >
        <Button loading={train.isPending} onClick={() => train.mutate()}>
          Train a model
        </Button>
      </PageHead>
      {training !== undefined && (
        <FollowedOperation
          key={training.id}
          started={training}
          onEnd={() => void queryClient.invalidateQueries({ queryKey: [collection, 'models'] })}
        />
      )}
      <Answer query={query}>
        {(data) => (
          <Stack gap="md">
            {itemsOf(data).map((summary) => (
              <ModelCard key={summary.id} collection={collection} summary={summary} />
            ))}
          </Stack>
        )}
      </Answer>
      <MoreButton query={query} />
    </>
  );
}

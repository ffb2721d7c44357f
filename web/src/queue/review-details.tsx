import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/query-client.js';
import { EvidenceWaterfall } from '../record/evidence-waterfall.js';
import { Moment } from '../record/moment.js';
import { PairComparison } from '../record/pair-comparison.js';
import type { Collection } from '../settings.js';
import { ReviewGroupPanel } from './review-group.js';
import { OutcomePreview } from './outcome-preview.js';
import { claimReview, releaseReview, reviewWithPreview, type Review, type Scope } from './queue-queries.js';

const reasons: Readonly<Record<Review['reason'], string>> = {
  uncertain: 'between the thresholds',
  separated: 'alike enough to link, kept apart by what else is known',
};

/** A pair with everything that a steward decides by. */
export function ReviewDetails(props: {
  readonly collection: Collection;
  readonly review: Review;
  readonly scope: Scope;
}) {
  const { collection, review } = props;
  const query = useQuery(reviewWithPreview(collection.collection, review.id));
  const { claim, group } = query.data ?? review;
  const take = useMutation({
    mutationFn: () => (claim ? releaseReview : claimReview)(collection.collection, review.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [collection.collection, 'review', review.id] }),
  });
  const [left, right] = review.records;
  if (left === undefined || right === undefined) return null;
  return (
    <Stack gap="md" component="article" aria-label="The pair">
      <Group gap="xs">
        <Badge variant="light" color={review.reason === 'uncertain' ? 'blue' : 'orange'}>
          {review.reason}
        </Badge>
        <Text size="sm" c="dimmed">
          {reasons[review.reason]}
          {review.pairs > 1 && `, the strongest of ${String(review.pairs)} pairs`}
          {review.dueAt !== undefined && (
            <>
              , due <Moment at={review.dueAt} />
            </>
          )}
        </Text>
        <Group gap="xs" ml="auto">
          {claim && (
            <Text size="sm">
              Claimed{claim.by !== null && ` by ${claim.by}`}, ends <Moment at={claim.until} />
            </Text>
          )}
          <Button size="compact-xs" variant="default" loading={take.isPending} onClick={() => take.mutate()}>
            {claim ? 'Release' : 'Claim'}
          </Button>
        </Group>
      </Group>
      <PairComparison collection={collection} left={left} right={right} />
      <Paper withBorder p="md">
        <Title order={2} size="h5" mb="xs">
          Evidence
        </Title>
        <EvidenceWaterfall evidence={review.evidence} />
      </Paper>
      {group && <ReviewGroupPanel collection={collection} group={group} />}
      <OutcomePreview collection={collection} query={query} scope={props.scope} />
    </Stack>
  );
}

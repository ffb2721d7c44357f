import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { bodyOf, client, type Schemas } from '../api/client.js';
import { itemsOf } from '../api/pages.js';
import { Answer } from '../feedback/answer.js';
import { MoreButton } from '../feedback/more-button.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { bits } from '../record/evidence-waterfall.js';
import { Moment } from '../record/moment.js';
import type { Collection } from '../settings.js';
import { decisionsOn, rereadCollection } from './steward-queries.js';

type Decision = Schemas['DecisionView'];

const verdicts: Readonly<Record<Decision['verdict'], string>> = { match: 'One thing', noMatch: 'Not the same' };

/** What stewards have decided on a golden record and its records, to be taken back. */
export function Decisions(props: { readonly collection: Collection; readonly goldenId: string }) {
  const { collection, goldenId } = props;
  const query = useInfiniteQuery(decisionsOn(collection.collection, goldenId));
  return (
    <>
      <Answer query={query}>
        {(data) =>
          itemsOf(data).length === 0 ? (
            <NothingHere title="No decisions">Nobody has decided anything of its records yet.</NothingHere>
          ) : (
            <Stack gap="sm" maw={900}>
              {itemsOf(data).map((decision) => (
                <DecisionCard key={decision.id} collection={collection.collection} decision={decision} />
              ))}
            </Stack>
          )
        }
      </Answer>
      <MoreButton query={query} />
    </>
  );
}

function DecisionCard({ collection, decision }: { readonly collection: string; readonly decision: Decision }) {
  const { id, kind, verdict, status, sides, by, at, reason, expiresAt, weight, ended } = decision;
  const revoke = useMutation({
    mutationFn: () =>
      bodyOf(
        client.POST('/v1/{collection}/decisions/{decisionId}/revocation', {
          params: { path: { collection, decisionId: id } },
          body: {},
        }),
      ),
    onSuccess: () => rereadCollection(collection),
  });
  return (
    <Paper withBorder p="md">
      <Group gap="xs">
        <Badge variant="light" color={verdict === 'match' ? 'teal' : 'red'}>
          {verdicts[verdict]}
        </Badge>
        <Badge variant="default">{kind}</Badge>
        {status !== 'standing' && <Badge color="gray.7">{status}</Badge>}
        <Text size="sm" c="dimmed">
          {by ?? 'somebody'} <Moment at={at} />
          {weight !== null && ` at ${bits(weight)} bits`}
          {expiresAt !== undefined && (
            <>
              , ends <Moment at={expiresAt} />
            </>
          )}
        </Text>
        {status === 'standing' && (
          <Button
            ml="auto"
            size="compact-sm"
            variant="default"
            loading={revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            Take back
          </Button>
        )}
      </Group>
      <Text size="sm" mt="xs" style={{ overflowWrap: 'anywhere' }}>
        {sides
          .map((side) => side.map(({ source, sourceId }) => `${source}/${sourceId}`).join(', '))
          .join(verdict === 'match' ? '  =  ' : '  ≠  ')}
      </Text>
      {reason !== undefined && <Text size="sm">“{reason}”</Text>}
      {ended && (
        <Text size="sm" c="dimmed">
          Ended <Moment at={ended.at} />
          {ended.by !== null && ` by ${ended.by}`}
          {ended.reason !== undefined && `: “${ended.reason}”`}
        </Text>
      )}
    </Paper>
  );
}

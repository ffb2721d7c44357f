import { Badge, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { Answer } from '../feedback/answer.js';
import { labelOf, nameOf, textsOf } from '../record/attribute-text.js';
import { SourceBadges } from '../record/source-badges.js';
import type { Collection } from '../settings.js';
import type { Review } from './queue-queries.js';

/** What each decision would do. */
export function OutcomePreview(props: { readonly collection: Collection; readonly query: UseQueryResult<Review> }) {
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        What would happen
      </Title>
      <SimpleGrid cols={{ base: 1, xl: 2 }}>
        <section aria-label="On a match">
          <Text size="sm" fw={600} mb={4}>
            Match
          </Text>
          <Answer query={props.query} lines={2}>
            {({ preview }) =>
              preview === undefined ? (
                <Text size="sm" c="dimmed">
                  This can be decided no more: it has changed meanwhile.
                </Text>
              ) : (
                <Outcomes collection={props.collection} outcomes={preview} />
              )
            }
          </Answer>
        </section>
        <section aria-label="On no match">
          <Text size="sm" fw={600} mb={4}>
            No match
          </Text>
          <Text size="sm" c="dimmed">
            No golden record changes. The two are kept apart until the decision is taken back.
          </Text>
        </section>
      </SimpleGrid>
    </Paper>
  );
}

/** What becomes of golden records, each as it would be. */
export function Outcomes(props: {
  readonly collection: Collection;
  readonly outcomes: readonly Schemas['GoldenOutcome'][];
}) {
  if (props.outcomes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No golden record changes.
      </Text>
    );
  return props.outcomes.map((outcome) => (
    <div key={outcome.id ?? 'new'}>
      <Group gap={6}>
        <Badge variant="light" size="sm">
          {outcome.change}
        </Badge>
        <Text size="sm" fw={600}>
          {outcome.change === 'deleted' ? outcome.id : nameOf(outcome.attributes)}
        </Text>
        <SourceBadges records={outcome.records} />
      </Group>
      <Text size="sm" c="dimmed" lineClamp={3}>
        {props.collection.attributes
          .flatMap(({ name }) => {
            const texts = textsOf(outcome.attributes[name]);
            return texts.length === 0 ? [] : [`${labelOf(name)}: ${texts.join(', ')}`];
          })
          .join(' · ')}
      </Text>
    </div>
  ));
}

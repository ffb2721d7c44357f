import { Paper, SimpleGrid, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Answer } from '../feedback/answer.js';
import { Outcomes } from '../record/outcomes.js';
import type { Collection } from '../settings.js';
import type { Review, Scope } from './queue-queries.js';

/** What each decision would do. */
export function OutcomePreview(props: {
  readonly collection: Collection;
  readonly query: UseQueryResult<Review>;
  readonly scope: Scope;
}) {
  const ofGroup = props.scope === 'group';
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        What would happen{ofGroup && ' to the group'}
      </Title>
      <SimpleGrid cols={{ base: 1, xl: 2 }}>
        <section aria-label="On a match">
          <Text size="sm" fw={600} mb={4}>
            Match
          </Text>
          <Answer query={props.query} lines={2}>
            {({ preview, group }) => {
              const outcomes = ofGroup ? group?.preview : preview;
              return outcomes === undefined ? (
                <Text size="sm" c="dimmed">
                  This can be decided no more: it has changed meanwhile.
                </Text>
              ) : (
                <Outcomes collection={props.collection} outcomes={outcomes} />
              );
            }}
          </Answer>
        </section>
        <section aria-label="On no match">
          <Text size="sm" fw={600} mb={4}>
            No match
          </Text>
          <Text size="sm" c="dimmed">
            No golden record changes. {ofGroup ? 'All of them' : 'The two'} are kept apart until the decision is taken
            back.
          </Text>
        </section>
      </SimpleGrid>
    </Paper>
  );
}

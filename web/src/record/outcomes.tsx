import { Badge, Group, Text } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import type { Collection } from '../settings.js';
import { labelOf, nameOf, textsOf } from './attribute-text.js';
import { SourceBadges } from './source-badges.js';

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

import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { Answer } from '../feedback/answer.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { nameOf, textsOf } from '../record/attribute-text.js';
import { SourceBadges } from '../record/source-badges.js';
import type { Collection } from '../settings.js';
import { titleOf } from '../shell/collection.js';
import classes from './found-goldens.module.css';
import { foundGoldens } from './search-queries.js';

/** The golden records of one collection that answer a text best; without one, the first ones. */
export function FoundGoldens({ collection, q }: { readonly collection: Collection; readonly q: string | undefined }) {
  const query = useQuery(foundGoldens(collection.collection, q));
  return (
    <section aria-labelledby={`found-${collection.collection}`}>
      <Title order={2} size="h4" mb="xs" id={`found-${collection.collection}`}>
        {titleOf(collection.collection)}
      </Title>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere
              title={q === undefined ? `No ${collection.collection} yet` : `No ${collection.collection} found`}
            >
              {q === undefined
                ? 'Golden records appear here as soon as a source has sent its records.'
                : 'Try fewer words, or another spelling.'}
            </NothingHere>
          ) : (
            <Stack gap="xs">
              {items.map((golden) => (
                <FoundGolden key={golden.id} collection={collection} golden={golden} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </section>
  );
}

function FoundGolden(props: { readonly collection: Collection; readonly golden: Schemas['GoldenItem'] }) {
  const { collection, golden } = props;
  const name = nameOf(golden.attributes);
  const others = collection.attributes
    .flatMap((attribute) => textsOf(golden.attributes[attribute.name]).slice(0, 1))
    .filter((text) => !name.includes(text));
  return (
    <Paper withBorder className={classes.found}>
      <Link
        to="/$collection/golden/$goldenId"
        params={{ collection: collection.collection, goldenId: golden.id }}
        className={classes.link}
      >
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text fw={600} truncate>
            {name}
          </Text>
          {golden.score !== undefined && (
            <Badge variant="default" size="sm" flex="none">
              {Math.round(golden.score * 100)} %
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {others.slice(0, 4).join(' · ')}
        </Text>
        <SourceBadges records={golden.records} />
      </Link>
    </Paper>
  );
}

import { Badge, Button, Group, Stack, Text, Timeline } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { Answer } from '../feedback/answer.js';
import { labelOf } from '../record/attribute-text.js';
import { Moment } from '../record/moment.js';
import type { Collection } from '../settings.js';
import { goldenVersions } from './golden-queries.js';
import classes from './golden-timeline.module.css';
import { versionChanges } from './version-changes.js';

type Version = Schemas['GoldenHistoryItem'];

const colors: Readonly<Record<Version['change'], string>> = {
  created: 'teal',
  updated: 'blue',
  merged: 'grape',
  split: 'orange',
  deleted: 'red',
};

/** Every version of a golden record, newest first, with what it changed. */
export function GoldenTimeline(props: { readonly collection: Collection; readonly goldenId: string }) {
  const { collection, goldenId } = props;
  const query = useInfiniteQuery(goldenVersions(collection.collection, goldenId));
  return (
    <Answer query={query}>
      {({ pages }) => {
        const versions = pages.flatMap(({ items }) => items);
        return (
          <>
            <Timeline bulletSize={18} lineWidth={2} active={versions.length} maw={820}>
              {versions.map((version, index) => (
                <Timeline.Item key={version.version} title={<VersionTitle version={version} />}>
                  <VersionChange
                    collection={collection}
                    version={version}
                    // On the last one of a page its forerunner is not known yet.
                    before={versions[index + 1]}
                    known={index + 1 < versions.length || version.version === 1}
                  />
                </Timeline.Item>
              ))}
            </Timeline>
            {query.hasNextPage && (
              <Button
                variant="default"
                mt="md"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                Earlier versions
              </Button>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function VersionTitle({ version }: { readonly version: Version }) {
  return (
    <Group gap="xs">
      <Text fw={600}>Version {version.version}</Text>
      <Badge variant="light" size="sm" color={colors[version.change]}>
        {version.change}
      </Badge>
      <Text size="sm" c="dimmed">
        <Moment at={version.at} />
      </Text>
    </Group>
  );
}

function VersionChange(props: {
  readonly collection: Collection;
  readonly version: Version;
  readonly before: Version | undefined;
  readonly known: boolean;
}) {
  const { collection, version, before, known } = props;
  if (!known) return null;
  const order = collection.attributes.map(({ name }) => name);
  const { attributes, joined, left } = versionChanges(before, version, order);
  return (
    <Stack gap={2} mt={4}>
      {attributes.map(({ attribute, removed, added }) => (
        <Text key={attribute} size="sm" className={classes.change}>
          <span className={classes.label}>{labelOf(attribute)}</span>
          <span className={classes.texts}>
            {removed.map((text) => (
              <del key={text}>{text}</del>
            ))}
            {added.map((text) => (
              <ins key={text}>{text}</ins>
            ))}
          </span>
        </Text>
      ))}
      <Records label="Joined" records={joined} />
      <Records label="Left" records={left} />
      <Related collection={collection} related={version.related} />
    </Stack>
  );
}

function Records({ label, records }: { readonly label: string; readonly records: readonly string[] }) {
  if (records.length === 0) return null;
  return (
    <Text size="sm" className={classes.change}>
      <span className={classes.label}>{label}</span>
      <span>{records.join(', ')}</span>
    </Text>
  );
}

function Related(props: { readonly collection: Collection; readonly related: Version['related'] }) {
  const { merged = [], splitInto = [], splitFrom } = props.related ?? {};
  const lines: [string, readonly string[]][] = [
    ['Merged in', merged],
    ['Split into', splitInto],
    ['Split from', splitFrom === undefined ? [] : [splitFrom]],
  ];
  return lines
    .filter(([, ids]) => ids.length > 0)
    .map(([label, ids]) => (
      <Text size="sm" key={label} className={classes.change}>
        <span className={classes.label}>{label}</span>
        <span className={classes.texts}>
          {ids.map((goldenId) => (
            <Link
              key={goldenId}
              to="/$collection/golden/$goldenId"
              params={{ collection: props.collection.collection, goldenId }}
              className={classes.id}
            >
              {goldenId}
            </Link>
          ))}
        </span>
      </Text>
    ));
}

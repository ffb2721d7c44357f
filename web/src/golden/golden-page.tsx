import { Alert, Badge, Box, Button, Code, Group, Tabs, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import type { Schemas } from '../api/client.js';
import { Answer } from '../feedback/answer.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { nameOf } from '../record/attribute-text.js';
import { Moment } from '../record/moment.js';
import { collectionNamed } from '../shell/collection.js';
import { Decisions } from './decisions.js';
import { goldenRecord } from './golden-queries.js';
import { GoldenTimeline } from './golden-timeline.js';
import { GoldenValues } from './golden-values.js';
import { goldenTabs, type GoldenTab } from './golden-view.js';
import { Links } from './links.js';
import { Members } from './members.js';
import { MergeDialog } from './merge-dialog.js';

const route = getRouteApi('/$collection/golden/$goldenId');

/** A golden record with everything that explains it. */
export function GoldenPage() {
  const { collection, goldenId } = route.useParams();
  const query = useQuery(goldenRecord(collection, goldenId));
  if (query.error instanceof ApiProblem && [404, 410].includes(query.error.status))
    return (
      <NothingHere
        title={query.error.status === 410 ? 'This golden record is no more' : 'There is no such golden record'}
      >
        {query.error.status === 410 ? 'Its last source record was withdrawn.' : 'Its id is not known here.'}
      </NothingHere>
    );
  return (
    <Answer query={query} lines={8}>
      {(golden) =>
        golden.id === goldenId ? (
          <Golden key={golden.id} golden={golden} />
        ) : (
          <Navigate
            to="/$collection/golden/$goldenId"
            params={{ collection, goldenId: golden.id }}
            search={{ mergedFrom: goldenId }}
            replace
          />
        )
      }
    </Answer>
  );
}

const tabLabels: Readonly<Record<GoldenTab, string>> = {
  values: 'Values',
  members: 'Members',
  timeline: 'Timeline',
  links: 'Links',
  decisions: 'Decisions',
};

function Golden({ golden }: { readonly golden: Schemas['GoldenRecord'] }) {
  const { collection: name } = route.useParams();
  const { tab = 'values', mergedFrom } = route.useSearch();
  const navigate = route.useNavigate();
  const collection = collectionNamed(name);
  const title = nameOf(golden.attributes);
  const [merging, { open, close }] = useDisclosure();
  useEffect(() => {
    document.title = `${title} · Aurum`;
  }, [title]);
  return (
    <>
      <Group justify="space-between" align="flex-start" mb="md">
        <Box>
          <Title order={1} size="h2">
            {title}
          </Title>
          <Group gap="xs" mt={4}>
            <Badge variant="light">{collection.entity}</Badge>
            <Badge variant="default" tt="none">
              Version {golden.version}
            </Badge>
            <Text size="sm" c="dimmed">
              changed <Moment at={golden.updatedAt} />
            </Text>
            <Code>{golden.id}</Code>
          </Group>
        </Box>
        <Button variant="default" onClick={open}>
          Merge with …
        </Button>
      </Group>
      <MergeDialog collection={collection} golden={golden} opened={merging} onClose={close} />
      {mergedFrom !== undefined && (
        <Alert variant="light" color="blue" mb="md" title="Merged">
          The golden record <Code>{mergedFrom}</Code> was merged into this one.
        </Alert>
      )}
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const chosen = goldenTabs.find((one) => one === value);
          void navigate({ search: chosen === undefined || chosen === 'values' ? {} : { tab: chosen }, replace: true });
        }}
      >
        <Tabs.List mb="md">
          {goldenTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {tabLabels[one]}
              {one === 'members' ? ` (${String(golden.records.length)})` : ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="values">
          <GoldenValues collection={collection} golden={golden} />
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <Members collection={collection} golden={golden} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <GoldenTimeline collection={collection} goldenId={golden.id} />
        </Tabs.Panel>
        <Tabs.Panel value="links">
          <Links collection={collection} golden={golden} />
        </Tabs.Panel>
        <Tabs.Panel value="decisions">
          <Decisions collection={collection} goldenId={golden.id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

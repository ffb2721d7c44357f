import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bodyOf, client, type Schemas } from '../api/client.js';
import { Answer } from '../feedback/answer.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { bits, EvidenceWaterfall } from '../record/evidence-waterfall.js';
import type { Collection } from '../settings.js';
import { LinkGraph } from './link-graph.js';

type Link = Schemas['GoldenLink'];

const goldenLinks = (collection: string, { id, version }: Schemas['GoldenRecord']) =>
  queryOptions({
    queryKey: [collection, 'golden', id, 'links', version],
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/v1/{collection}/{goldenId}/links', { params: { path: { collection, goldenId: id } }, signal }),
      ),
  });

const explanation = (collection: string, a: string, b: string) =>
  queryOptions({
    queryKey: [collection, 'explain', a, b],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/v1/{collection}/explain', { params: { path: { collection }, query: { a, b } }, signal })),
  });

const nameOfRecord = ({ source, sourceId }: Schemas['RecordNameView']): string => `${source}/${sourceId}`;
const nameOfLink = ({ records }: Link): string => records.map(nameOfRecord).join(' and ');

/** What holds a golden record together: its records as a graph, each link with its weight, and why it has it. */
export function Links(props: { readonly collection: Collection; readonly golden: Schemas['GoldenRecord'] }) {
  const { collection, golden } = props;
  const query = useQuery(goldenLinks(collection.collection, golden));
  const [chosen, setChosen] = useState<Link>();
  if (golden.records.length === 1)
    return <NothingHere title="One record alone">A golden record of one record needs no links.</NothingHere>;
  return (
    <Answer query={query} lines={6}>
      {({ items }) => (
        <Stack>
          <Paper withBorder>
            <LinkGraph records={golden.records} links={items} chosen={chosen} onChoose={setChosen} />
          </Paper>
          {chosen && <Explanation collection={collection.collection} link={chosen} />}
          <Paper withBorder>
            <Table verticalSpacing={6} horizontalSpacing="md">
              <Table.Caption>
                {items.length === 0
                  ? 'No two of these records are alike by the model: a steward joined them.'
                  : 'The links, strongest first. A link for review would not join two records by itself.'}
              </Table.Caption>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Records</Table.Th>
                  <Table.Th>By the model</Table.Th>
                  <Table.Th ta="right">Bits</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.slice(0, 50).map((link) => (
                  <Table.Tr key={nameOfLink(link)}>
                    <Table.Td>{nameOfLink(link)}</Table.Td>
                    <Table.Td>{link.verdict}</Table.Td>
                    <Table.Td ta="right">{bits(link.weight)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        </Stack>
      )}
    </Answer>
  );
}

function Explanation({ collection, link }: { readonly collection: string; readonly link: Link }) {
  const [a = '', b = ''] = link.records.map(nameOfRecord);
  const query = useQuery(explanation(collection, a, b));
  return (
    <Paper withBorder p="md" component="section" aria-label="Evidence of the chosen link">
      <Title order={2} size="h5">
        {nameOfLink(link)}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        What speaks for and against it
      </Text>
      <Answer query={query} lines={3}>
        {({ evidence }) => <EvidenceWaterfall evidence={evidence} />}
      </Answer>
    </Paper>
  );
}

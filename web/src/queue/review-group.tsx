import { Accordion, Group, Paper, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { labelOf, nameOf } from '../record/attribute-text.js';
import { AttributeTexts } from '../record/attribute-texts.js';
import { bits, EvidenceWaterfall } from '../record/evidence-waterfall.js';
import { SourceBadges } from '../record/source-badges.js';
import type { Collection } from '../settings.js';

type ReviewGroup = Schemas['ReviewGroup'];

/** The golden records that open pairs join to those of the pair, side by side, and the pairs among them. */
export function ReviewGroupPanel(props: { readonly collection: Collection; readonly group: ReviewGroup }) {
  const { collection, group } = props;
  return (
    <Paper withBorder p="md" component="section" aria-label="The group">
      <Title order={2} size="h5">
        The group
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {group.goldenRecords.length} golden records that open pairs join
        {!group.complete && ', the most alike of more: what is left is decided after them'}
      </Text>
      <GoldenColumns collection={collection} goldens={group.goldenRecords} />
      <Title order={3} size="h6" mt="md" mb={4}>
        Pairs among them
      </Title>
      <Accordion variant="contained" chevronPosition="left">
        {group.reviews.map((review) => (
          <Accordion.Item key={review.id} value={review.id}>
            <Accordion.Control>
              <Group justify="space-between" wrap="nowrap">
                <Text size="sm">
                  {review.records.map(({ source, sourceId }) => `${source}/${sourceId}`).join(' ~ ')}
                </Text>
                <Text size="sm">{bits(review.weight)}</Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <EvidenceWaterfall evidence={review.evidence} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Paper>
  );
}

const columnWidth = 190;

/** Golden records side by side, an attribute a row. */
function GoldenColumns(props: {
  readonly collection: Collection;
  readonly goldens: readonly ReviewGroup['goldenRecords'][number][];
}) {
  const { collection, goldens } = props;
  const held = collection.attributes.filter(({ name }) => goldens.some(({ attributes }) => attributes[name]));
  return (
    <Table.ScrollContainer
      minWidth={columnWidth * (goldens.length + 1)}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': 'Its golden records' } }}
    >
      <Table verticalSpacing={4} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={130}>Attribute</Table.Th>
            {goldens.map(({ id, attributes, records }) => (
              <Table.Th key={id}>
                <Link
                  to="/$collection/golden/$goldenId"
                  params={{ collection: collection.collection, goldenId: id }}
                  style={{ color: 'inherit' }}
                >
                  {nameOf(attributes)}
                </Link>
                <SourceBadges records={records} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {held.map(({ name }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {labelOf(name)}
              </Table.Th>
              {goldens.map(({ id, attributes }) => (
                <Table.Td key={id} style={{ verticalAlign: 'top' }}>
                  <AttributeTexts value={attributes[name]} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

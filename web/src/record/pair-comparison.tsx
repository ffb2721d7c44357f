import { Badge, Group, Paper, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Collection } from '../settings.js';
import { labelOf, textsOf, type AttributeValue } from './attribute-text.js';
import { MarkedText } from './marked-text.js';
import { colorOf } from './source-badges.js';
import { pairTexts, textDifference, type TextPart } from './text-difference.js';

/** A record as one side of a comparison. */
export interface Side {
  readonly source: string;
  readonly sourceId: string;
  readonly goldenId: string | null;
  readonly canonical: Readonly<Record<string, AttributeValue | undefined>>;
}

/** Two records side by side, their differences marked to the character. */
export function PairComparison(props: { readonly collection: Collection; readonly left: Side; readonly right: Side }) {
  const { collection, left, right } = props;
  const held = collection.attributes.filter(({ name }) => left.canonical[name] ?? right.canonical[name]);
  return (
    <Paper withBorder>
      <Table verticalSpacing={6} horizontalSpacing="md" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={150}>Attribute</Table.Th>
            <Table.Th>
              <SideHead collection={collection} side={left} />
            </Table.Th>
            <Table.Th>
              <SideHead collection={collection} side={right} />
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {held.map(({ name }) => (
            <AttributeRow key={name} name={name} left={left.canonical[name]} right={right.canonical[name]} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function SideHead({ collection, side }: { readonly collection: Collection; readonly side: Side }) {
  const name = (
    <Group gap={6} wrap="nowrap">
      <Badge size="sm" variant="light" color={colorOf(side.source)} tt="none" flex="none">
        {side.source}
      </Badge>
      <Text size="sm" fw={600} truncate>
        {side.sourceId}
      </Text>
    </Group>
  );
  if (side.goldenId === null) return name;
  return (
    <Link
      to="/$collection/golden/$goldenId"
      params={{ collection: collection.collection, goldenId: side.goldenId }}
      style={{ color: 'inherit' }}
      title="To its golden record"
    >
      {name}
    </Link>
  );
}

function AttributeRow(props: {
  readonly name: string;
  readonly left: AttributeValue | undefined;
  readonly right: AttributeValue | undefined;
}) {
  const pairs = pairTexts(textsOf(props.left), textsOf(props.right)).map(([left, right]) =>
    left === undefined || right === undefined
      ? { left: whole(left), right: whole(right) }
      : textDifference(left, right),
  );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {labelOf(props.name)}
      </Table.Th>
      {(['left', 'right'] as const).map((side) => (
        <Table.Td key={side}>
          {pairs.map((pair, index) => (
            <Text key={index} size="sm" component="div">
              {pair[side].length === 0 ? (
                <Text span c="dimmed" aria-label="none">
                  –
                </Text>
              ) : (
                <MarkedText parts={pair[side]} />
              )}
            </Text>
          ))}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** A text that has no counterpart is no difference of characters: it is shown as it is. */
function whole(text: string | undefined): TextPart[] {
  return text === undefined ? [] : [{ text, kind: 'same' }];
}

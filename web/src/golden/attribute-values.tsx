import { Badge, Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDownIcon, ChevronRightIcon } from '@radix-ui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { labelOf } from '../record/attribute-text.js';
import { AttributeTexts } from '../record/attribute-texts.js';
import { Moment } from '../record/moment.js';
import { colorOf } from '../record/source-badges.js';
import type { AttributeOfCollection, Collection } from '../settings.js';
import { AttributeCandidates } from './attribute-candidates.js';
import { rereadCollection, withdrawPin } from './steward-queries.js';

type Lineage = Schemas['AttributeLineage'];

/** An attribute of a golden record: its value, where it came from, and, unfolded, every value that it beat. */
export function AttributeValues(props: {
  readonly collection: Collection;
  readonly golden: Schemas['GoldenRecord'];
  readonly attribute: AttributeOfCollection;
  readonly onPin: () => void;
}) {
  const { collection, golden, attribute, onPin } = props;
  const [opened, { toggle }] = useDisclosure();
  const lineage = golden.lineage[attribute.name];
  const isPinned = lineage?.strategy === 'pin';
  const unpin = useMutation({
    mutationFn: () => withdrawPin(collection.collection, golden, attribute.name),
    onSuccess: () => rereadCollection(collection.collection),
  });
  const label = labelOf(attribute.name);
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row">
          <UnstyledButton onClick={toggle} aria-expanded={opened} fz="sm" fw={600}>
            <Group gap={6} wrap="nowrap">
              {opened ? <ChevronDownIcon /> : <ChevronRightIcon />}
              {label}
            </Group>
          </UnstyledButton>
        </Table.Th>
        <Table.Td>
          <AttributeTexts value={golden.attributes[attribute.name]} />
        </Table.Td>
        <Table.Td>{lineage && <Origin lineage={lineage} />}</Table.Td>
        <Table.Td>{lineage && <Decided lineage={lineage} />}</Table.Td>
        <Table.Td>
          <Group gap={6} justify="flex-end" wrap="nowrap">
            {isPinned && (
              <Button size="compact-xs" variant="default" loading={unpin.isPending} onClick={() => unpin.mutate()}>
                Unpin
              </Button>
            )}
            <Button size="compact-xs" variant="default" aria-label={`Pin ${label.toLowerCase()}`} onClick={onPin}>
              Pin
            </Button>
          </Group>
        </Table.Td>
      </Table.Tr>
      {opened && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <AttributeCandidates collection={collection} golden={golden} attribute={attribute.name} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Origin({ lineage: { source, sourceId, strategy, observedAt } }: { readonly lineage: Lineage }) {
  return (
    <Group gap={6}>
      <Badge size="sm" variant="light" color={colorOf(source)} tt="none">
        {source}
      </Badge>
      {strategy !== 'pin' && <Text size="sm">{sourceId}</Text>}
      <Text size="sm" c="dimmed">
        <Moment at={observedAt} />
      </Text>
    </Group>
  );
}

function Decided({ lineage: { strategy, lost, runnerUp } }: { readonly lineage: Lineage }) {
  const last = runnerUp === undefined ? '' : `, last ${runnerUp.source}/${runnerUp.sourceId}`;
  return (
    <Text size="sm">
      {labelOf(strategy)}
      <Text span size="xs" c="dimmed" display="block">
        {lost === 0 ? 'no other value' : `beat ${String(lost)}${last}`}
      </Text>
    </Text>
  );
}

import {
  Badge,
  Button,
  Checkbox,
  Code,
  Collapse,
  Group,
  Paper,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDownIcon, ChevronRightIcon } from '@radix-ui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { Answer } from '../feedback/answer.js';
import { useSelection } from '../feedback/selection.js';
import { Moment } from '../record/moment.js';
import { colorOf } from '../record/source-badges.js';
import type { Collection } from '../settings.js';
import { sourceRecord } from './golden-queries.js';
import { RecordAttributes } from './record-attributes.js';
import { SplitDialog } from './split-dialog.js';

type Member = Schemas['MemberRecord'];

const keyOf = ({ source, sourceId }: Member): string => `${source}/${sourceId}`;

/** The member records of a golden record, by source. */
export function Members(props: { readonly collection: Collection; readonly golden: Schemas['GoldenRecord'] }) {
  const { collection, golden } = props;
  const { has, toggle } = useSelection();
  const [splitting, { open, close }] = useDisclosure();
  const chosen = golden.records.filter((member) => has(keyOf(member)));
  const bySource = Map.groupBy(golden.records, ({ source }) => source);
  return (
    <Stack gap="lg">
      {golden.records.length > 1 && (
        <Group gap="sm">
          <Button
            variant="default"
            disabled={chosen.length === 0 || chosen.length === golden.records.length}
            onClick={open}
          >
            Split off {chosen.length > 0 && chosen.length}
          </Button>
          <Text size="sm" c="dimmed">
            Choose the records that are something else.
          </Text>
        </Group>
      )}
      <SplitDialog collection={collection} golden={golden} records={chosen} opened={splitting} onClose={close} />
      {[...bySource].map(([source, members]) => (
        <section key={source} aria-label={`Records of ${source}`}>
          <Group gap="xs" mb="xs">
            <Title order={2} size="h5">
              {source}
            </Title>
            <Badge size="sm" variant="light" color={colorOf(source)}>
              {members.length}
            </Badge>
          </Group>
          <Stack gap="xs">
            {members.map((member) => (
              <MemberRecord
                key={member.sourceId}
                collection={collection}
                member={member}
                isChosen={has(keyOf(member))}
                onChoose={golden.records.length > 1 ? () => toggle(keyOf(member)) : undefined}
              />
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}

function MemberRecord(props: {
  readonly collection: Collection;
  readonly member: Member;
  readonly isChosen: boolean;
  readonly onChoose: (() => void) | undefined;
}) {
  const { collection, member, isChosen, onChoose } = props;
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <Paper withBorder>
      <Group gap="sm" px="md" wrap="nowrap">
        {onChoose && (
          <Checkbox aria-label={`Choose ${member.source}/${member.sourceId}`} checked={isChosen} onChange={onChoose} />
        )}
        <UnstyledButton onClick={toggle} aria-expanded={opened} flex={1} py="sm">
          <Group gap="sm">
            {opened ? <ChevronDownIcon /> : <ChevronRightIcon />}
            <Text fw={600}>{member.sourceId}</Text>
            <Text size="sm" c="dimmed">
              observed <Moment at={member.observedAt} />
            </Text>
          </Group>
        </UnstyledButton>
      </Group>
      <Collapse expanded={opened}>{opened && <MemberDetails collection={collection} member={member} />}</Collapse>
    </Paper>
  );
}

function MemberDetails({ collection, member }: { readonly collection: Collection; readonly member: Member }) {
  const query = useQuery(sourceRecord(collection.collection, member.source, member.sourceId));
  return (
    <Stack px="md" pb="md">
      <Answer query={query}>
        {(record) => (
          <>
            <RecordAttributes collection={collection} attributes={record.canonical} />
            <details>
              <summary>As the source sent it</summary>
              <Code block mt="xs">
                {JSON.stringify(record.data, null, 2)}
              </Code>
            </details>
          </>
        )}
      </Answer>
    </Stack>
  );
}

import { Checkbox, Code, Group, Paper, Text } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { Moment } from '../record/moment.js';
import { ReplayableList } from './replayable-list.js';
import { rejections, replayRejections } from './set-aside-queries.js';

type Rejection = Schemas['RejectionView'];

/** Lines that were not taken in, each with what is wrong in it, to be taken in again once a mapping is mended. */
export function RejectedLines(props: { readonly collection: string; readonly source: string | undefined }) {
  const { collection, source } = props;
  return (
    <ReplayableList
      pages={rejections(collection, source)}
      empty={['Nothing was rejected', 'Every line that was sent could be read.']}
      replay={(chosen) => replayRejections(collection, source, [...chosen].map(Number))}
    >
      {(lines, { has, toggle }) =>
        lines.map((rejection) => (
          <RejectedLine
            key={rejection.id}
            rejection={rejection}
            chosen={has(String(rejection.id))}
            onChoose={() => toggle(String(rejection.id))}
          />
        ))
      }
    </ReplayableList>
  );
}

function RejectedLine(props: {
  readonly rejection: Rejection;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { source, sourceId, line, errors, input, rejectedAt } = props.rejection;
  return (
    <Paper withBorder p="md">
      <Group gap="sm" mb={4}>
        <Checkbox
          aria-label={`Choose line ${String(line)} of ${source}`}
          checked={props.chosen}
          onChange={props.onChoose}
          disabled={input === null}
        />
        <Text fw={600}>
          {source}
          {sourceId !== null && `/${sourceId}`}
        </Text>
        <Text size="sm" c="dimmed">
          line {line}, <Moment at={rejectedAt} />
        </Text>
      </Group>
      {errors.map(({ path, message }) => (
        <Text size="sm" key={path + message}>
          <Code>{path}</Code> {message}
        </Text>
      ))}
      {input !== null && (
        <Code block mt="xs">
          {input}
        </Code>
      )}
    </Paper>
  );
}

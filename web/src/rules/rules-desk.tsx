import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../api/query-client.js';
import { Failure } from '../feedback/failure.js';
import { FollowedOperation } from '../operations/followed-operation.js';
import type { Operation } from '../operations/operation-queries.js';
import { Moment } from '../record/moment.js';
import type { Collection } from '../settings.js';
import { RulesPreview } from './rules-preview.js';
import { previewRules, replaceRules, type Rules, type RulesVersion } from './rules-queries.js';
import { RulesTable } from './rules-table.js';
import { readRules, writeRules } from './rules-text.js';

/** Rules as they are written beside what they say, their preview, and their putting in force. */
export function RulesDesk(props: { readonly collection: Collection; readonly versions: readonly RulesVersion[] }) {
  const { collection, versions } = props;
  const [inForce] = versions;
  // Until something is written it is as in force, whatever that becomes.
  const [draft, setDraft] = useState<string>();
  const text = draft ?? (inForce ? writeRules(inForce) : '');
  const written = readRules(text);
  const work = useRulesWork(collection.collection);
  if (inForce === undefined) return null;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      <Stack gap="sm">
        <InForce version={inForce} />
        <Group align="flex-end" gap="xs">
          <NativeSelect
            label="Begin with"
            value=""
            onChange={({ currentTarget: { value } }) => {
              const from = versions.find(({ version }) => String(version) === value);
              if (from) setDraft(from === inForce ? undefined : writeRules(from));
            }}
            data={[{ value: '', label: 'a version …' }, ...versions.map(versionChoice)]}
          />
          <Button
            variant="default"
            disabled={!written}
            loading={work.preview.isPending}
            onClick={() => written && work.preview.mutate(written)}
          >
            Preview what they would change
          </Button>
          <Button
            disabled={!written || draft === undefined}
            loading={work.replace.isPending}
            onClick={() =>
              written &&
              work.replace.mutate(
                { rules: written, inForce: inForce.version },
                { onSuccess: () => setDraft(undefined) },
              )
            }
          >
            Put in force
          </Button>
        </Group>
        {work.failure && <Failure error={work.failure} />}
        {work.started && <FollowedOperation key={work.started.id} started={work.started} onEnd={work.end} />}
        {work.ended && <RulesPreview collection={collection.collection} operation={work.ended} />}
        <Textarea
          label="The rules as JSON"
          autosize
          minRows={12}
          maxRows={30}
          spellCheck={false}
          styles={{ input: { fontFamily: 'monospace' } }}
          value={text}
          onChange={({ currentTarget: { value } }) => setDraft(value)}
          error={written ? undefined : 'This is no JSON object with rules under "attributes".'}
        />
      </Stack>
      <RulesTable collection={collection} inForce={inForce} written={written ?? inForce} />
    </SimpleGrid>
  );
}

function InForce({ version: { version, createdAt, createdBy } }: { readonly version: RulesVersion }) {
  return (
    <Text size="sm" c="dimmed">
      {createdAt === null ? (
        'The shipped rules are in force.'
      ) : (
        <>
          Version {version} is in force{createdBy !== null && `, by ${createdBy}`}, since <Moment at={createdAt} />.
        </>
      )}
    </Text>
  );
}

function versionChoice({ version }: RulesVersion) {
  return { value: String(version), label: version === 0 ? 'the shipped rules' : `version ${String(version)}` };
}

/** What the service is asked for rules, and the operation that came of it last. */
function useRulesWork(collection: string) {
  const [started, setStarted] = useState<Operation>();
  const [ended, setEnded] = useState<Operation>();
  const begin = (operation: Operation): void => {
    setEnded(undefined);
    setStarted(operation);
  };
  const [failure, setFailure] = useState<Error | null>(null);
  const telling = { onMutate: () => setFailure(null), onError: setFailure };
  const preview = useMutation({
    mutationFn: (rules: Rules) => previewRules(collection, rules),
    ...telling,
    onSuccess: begin,
  });
  const replace = useMutation({
    mutationFn: (wish: { readonly rules: Rules; readonly inForce: number }) =>
      replaceRules(collection, wish.rules, wish.inForce),
    ...telling,
    onSuccess: (answer) => {
      // Rules that were in force already are answered with themselves.
      if ('kind' in answer) begin(answer);
      return queryClient.invalidateQueries({ queryKey: [collection, 'survivorship'] });
    },
  });
  return { preview, replace, started, ended, end: setEnded, failure };
}

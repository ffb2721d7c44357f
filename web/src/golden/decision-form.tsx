import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { Answer } from '../feedback/answer.js';
import { Outcomes } from '../record/outcomes.js';
import type { Collection } from '../settings.js';
import { rereadCollection, type DecisionOutcome } from './steward-queries.js';

/** What a decision is made with: why, and whether standing decisions against it give way. */
export interface Because {
  readonly reason?: string;
  readonly supersede?: boolean;
}

/** Shows what a decision would change, asks for a reason, and makes it. */
export function DecisionForm(props: {
  readonly collection: Collection;
  /** Names the decision, so that each other one is previewed anew. */
  readonly name: readonly unknown[];
  readonly label: string;
  readonly children?: ReactNode;
  readonly decide: (because: Because, preview: boolean) => Promise<DecisionOutcome>;
  readonly onDone: () => void;
}) {
  const { collection, name, label, decide, onDone } = props;
  const [reason, setReason] = useState('');
  const [supersede, setSupersede] = useState(false);
  const navigate = useNavigate();
  const because = { ...(reason.trim() !== '' && { reason: reason.trim() }), ...(supersede && { supersede }) };
  const make = useMutation({
    mutationFn: () => decide(because, false),
    onSuccess: async ({ changes }) => {
      notifications.show({ color: 'teal', message: `${label}: done. It can be taken back under Decisions.` });
      onDone();
      await rereadCollection(collection.collection);
      const survivor = changes.find(({ change }) => change === 'merged')?.id;
      if (survivor)
        await navigate({
          to: '/$collection/golden/$goldenId',
          params: { collection: collection.collection, goldenId: survivor },
        });
    },
  });
  const preview = useQuery({
    queryKey: ['preview', collection.collection, ...name, supersede],
    queryFn: () => decide({ supersede }, true),
    staleTime: 0,
    retry: false,
    // Once it is made, what it would change is no question any more.
    enabled: make.isIdle || make.isError,
  });
  const { error } = preview;
  const refusal = error instanceof ApiProblem && error.status === 409 ? error : undefined;
  return (
    <Stack gap="sm">
      {props.children}
      <Text size="sm" fw={600}>
        What would happen
      </Text>
      {refusal ? (
        <Alert color="orange" title={refusal.message}>
          {refusal.detail}
          <Checkbox
            mt="xs"
            label="Decide against what was decided before"
            checked={supersede}
            onChange={(event) => setSupersede(event.currentTarget.checked)}
          />
        </Alert>
      ) : (
        <Answer query={preview} lines={2}>
          {({ changes }) => <Outcomes collection={collection} outcomes={changes} />}
        </Answer>
      )}
      <TextInput
        label="Reason"
        placeholder="Kept with the decision"
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button disabled={!preview.isSuccess} loading={make.isPending} onClick={() => make.mutate()}>
          {label}
        </Button>
      </Group>
    </Stack>
  );
}

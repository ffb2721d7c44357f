import { Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { Answer } from '../feedback/answer.js';
import { nameOf } from '../record/attribute-text.js';
import { SourceBadges } from '../record/source-badges.js';
import { foundGoldens } from '../search/search-queries.js';
import type { Collection } from '../settings.js';
import { DecisionForm } from './decision-form.js';
import { goldenRecord } from './golden-queries.js';
import classes from './golden-page.module.css';
import { merge } from './steward-queries.js';

type Golden = Schemas['GoldenRecord'];

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Merges a golden record with another, which is found by text or by its id. */
export function MergeDialog(props: {
  readonly collection: Collection;
  readonly golden: Golden;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { collection, golden, opened, onClose } = props;
  const [other, setOther] = useState<Golden>();
  const close = (): void => {
    setOther(undefined);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} size="lg" title={`Merge ${nameOf(golden.attributes)} with …`}>
      {other === undefined ? (
        <Find collection={collection} golden={golden} onFound={setOther} />
      ) : (
        <DecisionForm
          collection={collection}
          name={['merge', golden.id, golden.version, other.id]}
          label="Merge"
          decide={(because, preview) => merge(collection.collection, golden, { with: other.id, ...because }, preview)}
          onDone={close}
        >
          <Text size="sm">
            All records of <b>{nameOf(golden.attributes)}</b> and of <b>{nameOf(other.attributes)}</b> are one thing
            from now on.
          </Text>
        </DecisionForm>
      )}
    </Modal>
  );
}

function Find(props: {
  readonly collection: Collection;
  readonly golden: Golden;
  readonly onFound: (other: Golden) => void;
}) {
  const { collection, golden, onFound } = props;
  const [text, setText] = useState(nameOf(golden.attributes));
  const [q] = useDebouncedValue(text.trim(), 250);
  const byId = id.test(q);
  const found = useQuery({ ...foundGoldens(collection.collection, q), enabled: q !== '' && !byId });
  const named = useQuery({ ...goldenRecord(collection.collection, q), enabled: byId });
  return (
    <Stack gap="sm">
      <TextInput
        label="The other golden record"
        description="Its name, another value of it, or its id"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      {byId ? (
        <Answer query={named} lines={1}>
          {(other) => <Choice golden={other} onChoose={() => onFound(other)} />}
        </Answer>
      ) : (
        q !== '' && (
          <Answer query={found} lines={3}>
            {({ items }) => (
              <Stack gap={4}>
                {items
                  .filter((item) => item.id !== golden.id)
                  .slice(0, 6)
                  .map((item) => (
                    <Choice key={item.id} golden={item} onChoose={() => onFound(item)} />
                  ))}
              </Stack>
            )}
          </Answer>
        )
      )}
    </Stack>
  );
}

function Choice({ golden, onChoose }: { readonly golden: Golden; readonly onChoose: () => void }) {
  return (
    <UnstyledButton className={classes.choice} onClick={onChoose}>
      <Text fw={600} size="sm">
        {nameOf(golden.attributes)}
      </Text>
      <SourceBadges records={golden.records} />
    </UnstyledButton>
  );
}

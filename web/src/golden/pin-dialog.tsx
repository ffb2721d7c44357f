import { Button, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { labelOf, textsOf } from '../record/attribute-text.js';
import type { AttributeOfCollection, Collection } from '../settings.js';
import { pinnedValue } from './pinned-value.js';
import { pinAttribute, rereadCollection } from './steward-queries.js';

/** Pins an attribute: gives it a value, or says which value it must not have. */
export function PinDialog(props: {
  readonly collection: Collection;
  readonly golden: Schemas['GoldenRecord'];
  readonly attribute: AttributeOfCollection;
  readonly onClose: () => void;
}) {
  const { attribute, golden, onClose } = props;
  const collection = props.collection.collection;
  const held = golden.attributes[attribute.name];
  const [kind, setKind] = useState<'value' | 'ignore'>('value');
  const [text, setText] = useState(attribute.kind === 'postalAddress' ? '' : textsOf(held).join('\n'));
  const [reason, setReason] = useState('');
  const [expiresAt, setExpiresAt] = useState('');
  const pin = useMutation({
    mutationFn: () =>
      pinAttribute(collection, golden, attribute.name, {
        ...(kind === 'value' ? { value: pinnedValue(attribute, text) } : { ignore: held }),
        reason: reason.trim(),
        ...(expiresAt !== '' && { expiresAt: new Date(expiresAt).toISOString() }),
      }),
    onSuccess: async () => {
      notifications.show({ color: 'teal', message: `${labelOf(attribute.name)} is pinned.` });
      onClose();
      await rereadCollection(collection);
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Pin ${labelOf(attribute.name).toLowerCase()}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          pin.mutate();
        }}
      >
        <Stack gap="sm">
          {held !== undefined && (
            <SegmentedControl
              aria-label="What to pin"
              value={kind}
              onChange={(value) => setKind(value === 'ignore' ? value : 'value')}
              data={[
                { value: 'value', label: 'It has this value' },
                { value: 'ignore', label: 'Ignore the value it has' },
              ]}
            />
          )}
          {kind === 'value' ? (
            <Textarea
              label="Value"
              description={attribute.many ? 'One a line' : undefined}
              autosize
              required
              data-autofocus
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ) : (
            <Textarea label="Value to ignore" readOnly autosize value={textsOf(held).join('\n')} />
          )}
          <TextInput
            label="Reason"
            required
            maxLength={2_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Until value={expiresAt} onChange={setExpiresAt} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pin.isPending} disabled={reason.trim() === ''}>
              Pin
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Until({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <TextInput
      label="Until"
      description="Without it the pin stands until it is taken back"
      type="datetime-local"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

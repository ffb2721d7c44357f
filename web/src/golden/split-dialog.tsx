import { Modal, Text } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { nameOf } from '../record/attribute-text.js';
import type { Collection } from '../settings.js';
import { DecisionForm } from './decision-form.js';
import { split } from './steward-queries.js';

/** Splits records off a golden record. */
export function SplitDialog(props: {
  readonly collection: Collection;
  readonly golden: Schemas['GoldenRecord'];
  /** Those that go. */
  readonly records: readonly { readonly source: string; readonly sourceId: string }[];
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { collection, golden, opened, onClose } = props;
  const records = props.records.map(({ source, sourceId }) => ({ source, sourceId }));
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={`Split ${nameOf(golden.attributes)}`}>
      <DecisionForm
        collection={collection}
        name={['split', golden.id, golden.version, records]}
        label="Split off"
        decide={({ reason }, preview) =>
          split(collection.collection, golden, { records, ...(reason !== undefined && { reason }) }, preview)
        }
        onDone={onClose}
      >
        <Text size="sm">
          {records.map(({ source, sourceId }) => `${source}/${sourceId}`).join(', ')}{' '}
          {records.length === 1 ? 'becomes a golden record of its own' : 'become one golden record of their own'}, and
          is kept apart from the others.
        </Text>
      </DecisionForm>
    </Modal>
  );
}

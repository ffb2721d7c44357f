import { Paper, Select, Table } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { labelOf } from '../record/attribute-text.js';
import type { AttributeOfCollection, Collection } from '../settings.js';
import { AttributeValues } from './attribute-values.js';
import { PinDialog } from './pin-dialog.js';

/** Every value of a golden record with where it came from and what it beat, to be pinned in place. */
export function GoldenValues(props: { readonly collection: Collection; readonly golden: Schemas['GoldenRecord'] }) {
  const { collection, golden } = props;
  const [pinning, setPinning] = useState<AttributeOfCollection>();
  const held = collection.attributes.filter(({ name }) => golden.attributes[name] !== undefined);
  const missing = collection.attributes.filter((attribute) => !held.includes(attribute));
  return (
    <Paper withBorder>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="18%">Attribute</Table.Th>
            <Table.Th>Value</Table.Th>
            <Table.Th w="24%">From</Table.Th>
            <Table.Th w="18%">Decided by</Table.Th>
            <Table.Th w={120}>
              <span className="visually-hidden">Pin</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {held.map((attribute) => (
            <AttributeValues
              key={attribute.name}
              collection={collection}
              golden={golden}
              attribute={attribute}
              onPin={() => setPinning(attribute)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {missing.length > 0 && (
        <Select
          m="md"
          maw={320}
          aria-label="Pin another attribute"
          placeholder="Pin another attribute …"
          value={null}
          data={missing.map(({ name }) => ({ value: name, label: labelOf(name) }))}
          onChange={(name) => setPinning(missing.find((one) => one.name === name))}
        />
      )}
      {pinning && (
        <PinDialog collection={collection} golden={golden} attribute={pinning} onClose={() => setPinning(undefined)} />
      )}
    </Paper>
  );
}

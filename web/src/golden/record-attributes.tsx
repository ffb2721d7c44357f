import { Table } from '@mantine/core';
import { labelOf, type AttributeValue } from '../record/attribute-text.js';
import { AttributeTexts } from '../record/attribute-texts.js';
import type { Collection } from '../settings.js';

/** The attributes of one record, in the order of its collection. */
export function RecordAttributes(props: {
  readonly collection: Collection;
  readonly attributes: Readonly<Record<string, AttributeValue | undefined>>;
}) {
  const held = props.collection.attributes.filter(({ name }) => props.attributes[name] !== undefined);
  return (
    <Table withRowBorders={false} verticalSpacing={4}>
      <Table.Tbody>
        {held.map(({ name }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w={180} fw={500}>
              {labelOf(name)}
            </Table.Th>
            <Table.Td>
              <AttributeTexts value={props.attributes[name]} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

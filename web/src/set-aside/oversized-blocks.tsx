import { Badge, Paper, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf } from '../api/pages.js';
import { Answer } from '../feedback/answer.js';
import { MoreButton } from '../feedback/more-button.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { Moment } from '../record/moment.js';
import { oversizedBlocks } from './set-aside-queries.js';

/** Block keys that so many records have that they say nothing any more. */
export function OversizedBlocks({ collection }: { readonly collection: string }) {
  const query = useInfiniteQuery(oversizedBlocks(collection));
  return (
    <>
      <Answer query={query}>
        {(data) =>
          itemsOf(data).length === 0 ? (
            <NothingHere title="No block is oversized" good>
              Every block key is rare enough to tell records apart.
            </NothingHere>
          ) : (
            <Paper withBorder>
              <Table horizontalSpacing="md" verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>What the records have in common</Table.Th>
                    <Table.Th>As evidence</Table.Th>
                    <Table.Th ta="right">Records</Table.Th>
                    <Table.Th>Since</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {itemsOf(data).map(({ label, generic, size, since }) => (
                    <Table.Tr key={label}>
                      <Table.Td>{label}</Table.Td>
                      <Table.Td>
                        {generic && (
                          <Badge variant="light" color="orange" tt="none">
                            tells nothing
                          </Badge>
                        )}
                      </Table.Td>
                      <Table.Td ta="right">{size}</Table.Td>
                      <Table.Td>
                        <Moment at={since} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Paper>
          )
        }
      </Answer>
      <MoreButton query={query} />
    </>
  );
}

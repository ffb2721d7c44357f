import { Paper, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf } from '../api/pages.js';
import { Answer } from '../feedback/answer.js';
import { MoreButton } from '../feedback/more-button.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { PageHead } from '../feedback/page-head.js';
import { operations } from './operation-queries.js';
import { OperationSummary } from './operation-summary.js';

/** Long work of the service: what runs, how far it is, and what has become of what ran before. */
export function OperationsPage() {
  const query = useInfiniteQuery(operations());
  return (
    <>
      <PageHead title="Operations" about="Loads, replays, trainings and activations, newest first." />
      <Answer query={query}>
        {(data) => {
          const items = itemsOf(data);
          if (items.length === 0)
            return (
              <NothingHere title="No operations yet">
                They appear when records are loaded or a model is trained.
              </NothingHere>
            );
          return (
            <Stack gap="sm">
              {items.map((one) => (
                <Paper key={one.id} withBorder p="md">
                  <OperationSummary operation={one} />
                </Paper>
              ))}
            </Stack>
          );
        }}
      </Answer>
      <MoreButton query={query} />
    </>
  );
}

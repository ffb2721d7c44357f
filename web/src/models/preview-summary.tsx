import { Paper } from '@mantine/core';
import type { Operation } from '../operations/operation-queries.js';
import { Figures } from '../record/figures.js';

/** What the activation of a model would change, as its preview found. */
export function PreviewSummary({ operation: { result } }: { readonly operation: Operation }) {
  if (result === null || !('golden' in result) || !('links' in result)) return null;
  const { golden, links, reviews } = result;
  return (
    <Paper withBorder p="md" component="section" aria-label="What would change">
      <Figures
        figures={[
          ['golden records now', golden.before],
          ['golden records then', golden.after],
          ['stay as they are', golden.stay],
          ['merge', golden.merge],
          ['split', golden.split],
          ['regroup', golden.regroup],
          ['links', links],
          ['reviews', reviews],
        ]}
      />
    </Paper>
  );
}

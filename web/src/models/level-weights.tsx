import { Table, Text } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { labelOf } from '../record/attribute-text.js';
import { bits } from '../record/evidence-waterfall.js';
import classes from './level-weights.module.css';

type Comparison = Schemas['ComparisonView'];

/** How much each level of each comparison weighs: a chart that is a table for those who do not see it. */
export function LevelWeights({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const greatest = Math.max(1, ...comparisons.flatMap(({ levels }) => levels.map(({ weight }) => Math.abs(weight))));
  return (
    <Table verticalSpacing={2} withRowBorders={false} className={classes.weights}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Comparison</Table.Th>
          <Table.Th>Level</Table.Th>
          <Table.Th>Against and for a match</Table.Th>
          <Table.Th ta="right">Bits</Table.Th>
          <Table.Th ta="right">m</Table.Th>
          <Table.Th ta="right">u</Table.Th>
        </Table.Tr>
      </Table.Thead>
      {comparisons.map((comparison) => (
        <ComparisonRows key={comparison.name} comparison={comparison} greatest={greatest} />
      ))}
    </Table>
  );
}

function ComparisonRows({ comparison, greatest }: { readonly comparison: Comparison; readonly greatest: number }) {
  return (
    <Table.Tbody>
      {comparison.levels.map(({ label, weight, m, u, termFrequency }, index) => (
        <Table.Tr key={label}>
          {index === 0 && (
            <Table.Th rowSpan={comparison.levels.length} scope="rowgroup" className={classes.comparison}>
              {labelOf(comparison.name)}
            </Table.Th>
          )}
          <Table.Td>
            <Text size="sm">
              {label}
              {termFrequency && (
                <Text span size="xs" c="dimmed">
                  {' '}
                  and how rare the value is
                </Text>
              )}
            </Text>
          </Table.Td>
          <Table.Td className={classes.chart}>
            <svg className={classes.bar} preserveAspectRatio="none" viewBox="-100 0 200 10" aria-hidden>
              <line x1="0" x2="0" y1="0" y2="10" className={classes.zero} />
              <rect
                x={Math.min(0, (100 * weight) / greatest)}
                width={Math.abs((100 * weight) / greatest)}
                y="1"
                height="8"
                className={weight > 0 ? classes.for : classes.against}
              />
            </svg>
          </Table.Td>
          <Table.Td ta="right">{bits(weight)}</Table.Td>
          <Table.Td ta="right">{rate(m)}</Table.Td>
          <Table.Td ta="right">{rate(u)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  );
}

function rate(value: number): string {
  return value >= 0.001 || value === 0 ? value.toFixed(3) : value.toExponential(0);
}

import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import type { Schemas } from '../api/client.js';

/** Expected precision and recall over the link threshold. */
export default function ExpectedQuality(props: {
  readonly points: readonly Schemas['ExpectationView'][];
  /** The one that the model has, in bits. */
  readonly threshold: number;
}) {
  return (
    <LineChart
      h={260}
      data={props.points.map((point) => ({ ...point, threshold: Number(point.threshold.toFixed(1)) }))}
      dataKey="threshold"
      withLegend
      withDots={false}
      curveType="monotone"
      xAxisLabel="Link threshold in bits"
      xAxisProps={{ type: 'number', domain: ['dataMin', 'dataMax'] }}
      yAxisProps={{ domain: [0, 1] }}
      valueFormatter={(value) => `${(100 * value).toFixed(0)} %`}
      series={[
        { name: 'precision', label: 'Precision', color: 'teal.6' },
        { name: 'recall', label: 'Recall', color: 'indigo.5' },
      ]}
      referenceLines={[{ x: Number(props.threshold.toFixed(1)), label: 'link', color: 'gray.6' }]}
    />
  );
}

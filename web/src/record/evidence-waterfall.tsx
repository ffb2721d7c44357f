import { Text } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { labelOf } from './attribute-text.js';
import classes from './evidence-waterfall.module.css';
import { rangeOf, waterfallSteps, type WaterfallStep } from './waterfall.js';

/** Bits as they are shown: `+3.2`. */
export function bits(weight: number): string {
  return `${weight > 0 ? '+' : weight < 0 ? '−' : '±'}${Math.abs(weight).toFixed(1)}`;
}

/** Why a pair weighs what it weighs: a chart that is a table for those who do not see it. */
export function EvidenceWaterfall({ evidence }: { readonly evidence: Schemas['EvidenceView'] }) {
  const steps = waterfallSteps(evidence);
  const { least, greatest } = rangeOf(steps);
  const place = (weight: number): number => (100 * (weight - least)) / (greatest - least || 1);
  return (
    <table className={classes.waterfall}>
      <caption className="visually-hidden">Evidence in bits</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Comparison</th>
          <th scope="col">Level</th>
          <th scope="col">Chart</th>
          <th scope="col">Bits</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <Step key={`${step.label} ${step.level}`} step={step} place={place} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td className={classes.level}>{(100 * evidence.probability).toFixed(1)} % likely a match</td>
          <td className={classes.chart}>
            <Bar from={place(0)} to={place(evidence.weight)} zero={place(0)} kind="sum" />
          </td>
          <td className={classes.bits}>{bits(evidence.weight)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Step({ step, place }: { readonly step: WaterfallStep; readonly place: (weight: number) => number }) {
  const { label, level, weight, from, to } = step;
  const kind = weight > 0 ? 'for' : 'against';
  return (
    <tr className={weight === 0 ? classes.silent : undefined}>
      <th scope="row">{labelOf(label)}</th>
      <td className={classes.level}>
        <Text size="xs" c="dimmed" lineClamp={1} title={level}>
          {level}
        </Text>
      </td>
      <td className={classes.chart}>
        {weight !== 0 && <Bar from={place(from)} to={place(to)} zero={place(0)} kind={kind} />}
      </td>
      <td className={classes.bits}>{bits(weight)}</td>
    </tr>
  );
}

function Bar(props: { readonly from: number; readonly to: number; readonly zero: number; readonly kind: string }) {
  const { from, to, zero, kind } = props;
  return (
    <svg className={classes.bar} preserveAspectRatio="none" viewBox="0 0 100 10" aria-hidden>
      <line x1={zero} x2={zero} y1="0" y2="10" className={classes.zero} />
      <rect
        x={Math.min(from, to)}
        width={Math.max(Math.abs(to - from), 0.4)}
        y="1"
        height="8"
        className={classes[kind]}
      />
    </svg>
  );
}

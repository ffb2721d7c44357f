import type { Schemas } from '../api/client.js';

/** One step of a waterfall of evidence: from the weight before it to the weight after it, in bits. */
export interface WaterfallStep {
  readonly label: string;
  /** The level that applied, or what else the step stands for. */
  readonly level: string;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The evidence of a pair as the steps from its prior to its weight: every comparison, and the rarity of an agreed value as a step
 * of its own. Comparisons that say nothing come last.
 */
export function waterfallSteps(evidence: Schemas['EvidenceView']): WaterfallStep[] {
  const speaking = evidence.comparisons.filter(({ weight, termFrequency }) => weight !== 0 || termFrequency !== 0);
  const silent = evidence.comparisons.filter((one) => !speaking.includes(one));
  const parts = [
    { label: 'Before comparing', level: 'prior odds', weight: evidence.prior },
    ...[...speaking, ...silent].flatMap(({ comparison, level, weight, termFrequency }) => [
      { label: comparison, level, weight },
      ...(termFrequency === 0
        ? []
        : [{ label: comparison, level: termFrequency > 0 ? 'rare value' : 'frequent value', weight: termFrequency }]),
    ]),
  ];
  let sum = 0;
  return parts.map((part) => {
    const from = sum;
    sum += part.weight;
    return { ...part, from, to: sum };
  });
}

/** The least and the greatest weight that the steps touch, zero among them. */
export function rangeOf(steps: readonly WaterfallStep[]): { readonly least: number; readonly greatest: number } {
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  return { least: Math.min(0, ...ends), greatest: Math.max(0, ...ends) };
}

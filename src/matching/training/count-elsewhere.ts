import type { CountedLinks } from './false-links.js';
import { isotonic } from './isotonic.js';
import type { Rivals } from './rivals.js';
import { indexOf, steps } from './threshold-steps.js';

/**
 * Counts all links, with those of sources that may hold duplicates, where no find is known to be false: as if records found false
 * ones there as often as they do among as many records of a duplicate-free source.
 *
 * @param counted links that near twins tell of
 * @param weights of candidates in bits, with relative evidence
 * @returns one list, or none where every source is duplicate-free
 */
export function countElsewhere(
  counted: readonly CountedLinks[],
  weights: Float64Array,
  { elsewhere }: Pick<Rivals, 'elsewhere'>,
): readonly (readonly CountedLinks[])[] {
  const { drawnEnds, searched } = elsewhere;
  if (searched === 0) return [];
  const links = new Float64Array(steps);
  for (const [pair, weight] of weights.entries()) {
    const at = indexOf(weight);
    // A pair of two drawn records is found from either.
    if (at >= 0) links[at] = (links[at] ?? 0) + (drawnEnds[pair] ?? 0) / 2;
  }
  for (let at = steps - 2; at >= 0; at--) links[at] = (links[at] ?? 0) + (links[at + 1] ?? 0);
  const all = counted.map(({ links: own, precision, falseFinds }, at) => {
    const others = links[at] ?? 0;
    const right = own * precision + Math.max(0, others - falseFinds * (searched / 2));
    return { links: own + others, precision: own + others === 0 ? 1 : right / (own + others), falseFinds };
  });
  const rising = isotonic(
    all.map(({ precision }) => precision),
    all.map(({ links: weight }) => weight),
  );
  return [all.map((links, at) => ({ ...links, precision: rising[at] ?? 1 }))];
}

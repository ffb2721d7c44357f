import { type Doubles, doublesAmong } from './doubles.js';
import type { Judged } from './estimate.js';
import { type CountedLinks, countFalseLinks } from './false-links.js';
import { isotonic } from './isotonic.js';
import type { Observations } from './observe-pairs.js';
import type { Rivals } from './rivals.js';
import type { Sample } from './sample.js';
import { indexOf, steps } from './threshold-steps.js';

/** What could be noise speaks for no twins: so many standard errors of doubles that choose the same. */
const standardErrors = 2;
/** So many doubles that are real are believed before any is seen. */
const believedDoubles = 3;

/**
 * Counts the links that are wrong where every source may hold duplicates, so that no second find is known to be false: by what two
 * sources say of each other. Let two records of a source both find the same two of another. If all four are one thing, each of
 * the two has its best find by its slips, and in about half of the cases it is the same one, or more often where one of these
 * is the cleaner. Near twins each choose their own, since what both sources tell apart is no slip. So how many choose the
 * same, of how many would by chance, tells what share of the doubles is real. Of the others all is false that would be if the
 * sources were duplicate-free, and so are links within a source.
 *
 * Where such twins vanish at a higher threshold, so do those of which one source holds only one.
 *
 * @param bits that mutually best pairs gain
 * @returns one of each threshold, or nothing where no twins are seen
 */
export function* countTwins(
  sample: Sample,
  candidates: Observations,
  { alone }: Pick<Judged, 'alone'>,
  rivals: Rivals,
  bits: number,
): Generator<void, readonly Pick<CountedLinks, 'links' | 'precision'>[]> {
  const shares = sharesOfTwins(yield* doublesAmong(sample, candidates, alone));
  if (shares.length === 0) return [];
  const asIfFree = { ...rivals, exclusive: rivals.exclusive.map(() => true) };
  const within = linksWithin(alone, rivals);
  const counted = countFalseLinks(alone, asIfFree, bits).map(({ links: best, precision, falseFinds }, at) => {
    const own = within[at] ?? 0;
    // Each pair across is found from both of its records.
    const links = (best * precision + falseFinds) / 2 + own;
    const wrong = (shares[at] ?? 0) * (falseFinds / 2 + own);
    return { links, precision: links === 0 ? 1 : 1 - wrong / links };
  });
  const rising = isotonic(
    counted.map(({ precision }) => precision),
    counted.map(({ links }) => links),
  );
  return counted.map(({ links }, at) => ({ links, precision: rising[at] ?? 1 }));
}

/** The share of the doubles that are twins, by threshold, or nothing where it could be none. */
function sharesOfTwins({ byChance, same }: Doubles): readonly number[] {
  const lowest = indexOf(0);
  const missing = [...byChance].map((expected, at) => expected - (same[at] ?? 0));
  if ((missing[lowest] ?? 0) <= standardErrors * Math.sqrt(byChance[lowest] ?? 0)) return [];
  const shares = missing.map((count, at) => Math.max(0, count) / ((byChance[at] ?? 0) + believedDoubles));
  return shares.fill(shares[lowest] ?? 0, 0, lowest);
}

/** How many pairs of one source reach each threshold. */
function linksWithin(weights: Float64Array, { groups }: Rivals): Float64Array {
  const links = new Float64Array(steps);
  for (const [pair, weight] of weights.entries()) {
    const at = (groups[0][pair] ?? -1) < 0 ? indexOf(weight) : -1;
    if (at >= 0) links[at] = (links[at] ?? 0) + 1;
  }
  for (let at = steps - 2; at >= 0; at--) links[at] = (links[at] ?? 0) + (links[at + 1] ?? 0);
  return links;
}

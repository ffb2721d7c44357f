import type { MatchingModel } from '../../src/matching/model.js';
import { compileModel } from '../../src/matching/score.js';
import { pairOf, type Outcome, type PreparedSet } from './resolve-offline.js';

/** Prints missed and wrong pairs with their evidence: `count` of each kind, spread over all of them. */
export function printErrors(prepared: PreparedSet, model: MatchingModel, outcome: Outcome, count: number): void {
  if (count === 0) return;
  const { set, standards, candidates } = prepared;
  const { truth, found } = outcome;
  const compiled = compileModel(model);
  const missed = [...truth].filter((key) => !found.has(key));
  print(
    'never a candidate',
    missed.filter((key) => !candidates.has(key)),
  );
  print(
    'missed',
    missed.filter((key) => candidates.has(key)),
  );
  print(
    'wrong',
    [...found].filter((key) => !truth.has(key)),
  );

  function print(title: string, pairs: readonly number[]): void {
    console.log(`\n--- ${set.name}: ${title}: ${pairs.length}`);
    const step = Math.max(1, Math.floor(pairs.length / count));
    pairs
      .filter((_, index) => index % step === 0)
      .slice(0, count)
      .forEach(printPair);
  }

  function printPair(key: number): void {
    const [a, b] = pairOf(key);
    const evidence = compiled.explain(standards[a] ?? {}, standards[b] ?? {});
    for (const index of [a, b]) {
      const { sourceId = '', data = {} } = set.records[index] ?? {};
      console.log(`  ${sourceId}: ${Object.values(data).join(' | ').slice(0, 300)}`);
    }
    const parts = evidence.comparisons
      .filter(({ weight, termFrequency }) => weight !== 0 || termFrequency !== 0)
      .map((part) => `${part.comparison}: ${part.level} ${(part.weight + part.termFrequency).toFixed(1)}`);
    console.log(`    ${evidence.weight.toFixed(1)} = ${parts.join(', ')}\n`);
  }
}

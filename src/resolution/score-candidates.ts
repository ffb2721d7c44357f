import type { StandardForm } from '../matching/model.js';
import type { CompiledModel } from '../matching/score.js';
import type { GenericValues } from './generic-values.js';

/** Two records whose weight is worth keeping, the smaller id first. */
export interface Link {
  readonly a: number;
  readonly b: number;
  /** Total weight in bits. */
  readonly weight: number;
  /** Below the threshold at which a model links by itself: for a steward to decide. */
  readonly review: boolean;
}

/** A record to be scored, with its block keys. */
export interface Keyed {
  readonly id: number;
  readonly standard: StandardForm;
  readonly blockKeys: readonly number[];
}

/** The link between two records, if their weight reaches the review threshold. */
export function linkBetween(
  model: CompiledModel,
  x: { readonly id: number; readonly standard: StandardForm },
  y: { readonly id: number; readonly standard: StandardForm },
  generic?: GenericValues,
): Link | undefined {
  const weight = generic?.weigh(model, x.standard, y.standard) ?? model.weigh(x.standard, y.standard);
  if (weight < model.thresholds.review) return undefined;
  return {
    a: Math.min(x.id, y.id),
    b: Math.max(x.id, y.id),
    weight: Math.fround(weight),
    review: weight < model.thresholds.link,
  };
}

const nobody: readonly number[] = [];

/** Scores every record of the batch against all that share a block with it, each pair once. */
export function scoreCandidates(
  batch: ReadonlyMap<number, Keyed>,
  blocks: ReadonlyMap<number, readonly number[]>,
  others: ReadonlyMap<number, { readonly id: number; readonly standard: StandardForm }>,
  model: CompiledModel,
  generic: GenericValues,
): Link[] {
  const links: Link[] = [];
  for (const record of batch.values()) {
    const partners = partnersOf(record, blocks);
    const telling = generic.concern(record.blockKeys) ? generic : undefined;
    for (const id of partners) {
      const inBatch = batch.get(id);
      if (inBatch && id < record.id) continue;
      const partner = inBatch ?? others.get(id);
      const link = partner && linkBetween(model, record, partner, telling);
      if (link) links.push(link);
    }
  }
  return links;
}

function partnersOf({ id, blockKeys }: Keyed, blocks: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const partners = new Set<number>();
  for (const key of blockKeys) for (const other of blocks.get(key) ?? nobody) partners.add(other);
  partners.delete(id);
  return partners;
}

import { hashBlockKey } from '../matching/blocking.js';
import type { StandardForm } from '../matching/model.js';
import { genericFrom, stepBelow, typicalRank } from '../matching/shared-value.js';
import type { Domain } from './domain.js';

/** What tells which values are generic. */
export type GenericDomain = Pick<Domain, 'collection' | 'isBroad' | 'blockKeys' | 'withoutValues' | 'maximumBlockSize'>;

/** A block key that stands for a value by itself. */
export interface ValueKey {
  readonly key: number;
  readonly label: string;
  /** Whether many share such values by chance, so that its block being oversized says nothing yet. */
  readonly broad: boolean;
}

/** The block keys of a form that stand for one of its values by themselves, of those that are looked for. */
export function valueKeys(
  domain: GenericDomain,
  form: StandardForm,
  isWanted: (key: number) => boolean,
): readonly ValueKey[] {
  const { withoutValues, isBroad } = domain;
  if (!withoutValues) return [];
  return domain.blockKeys(form).flatMap((label) => {
    const key = hashBlockKey(domain, label);
    if (!isWanted(key) || withoutValues(form, new Set([label])) === form) return [];
    return { key, label, broad: isBroad?.(label) ?? false };
  });
}

/**
 * Which of the values of a whole collection are generic, by their hashed block keys: of those that few share by chance all whose
 * block is oversized, and of the others those that stand out.
 *
 * @param keys those whose blocks are oversized
 * @param sizes of all oversized blocks, by hashed key
 */
export function genericKeys(
  { maximumBlockSize: { broad: cap } }: GenericDomain,
  keys: Iterable<ValueKey>,
  sizes: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const generic = new Set<number>();
  const steps = new Map<number, number>();
  for (const { key, broad } of keys) {
    if (broad) steps.set(key, stepBelow(sizes.get(key) ?? 0, cap));
    else generic.add(key);
  }
  const typical = [...steps.values()].sort((x, y) => y - x)[typicalRank - 1];
  const from = genericFrom(typical, cap);
  for (const [key, step] of steps) if (step >= from) generic.add(key);
  return generic;
}

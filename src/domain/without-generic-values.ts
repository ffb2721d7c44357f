import { hashBlockKey } from '../matching/blocking.js';
import type { StandardForm } from '../matching/model.js';
import type { Domain } from './domain.js';

/** A form without those of its values that oversized blocks, by their hashed keys, show to be generic. */
export function withoutGenericValues(
  domain: Pick<Domain, 'collection' | 'isBroad' | 'blockKeys' | 'withoutValues'>,
  form: StandardForm,
  oversized: ReadonlySet<number>,
): StandardForm {
  const { blockKeys, withoutValues } = domain;
  if (!withoutValues) return form;
  return withoutValues(form, new Set(blockKeys(form).filter((key) => oversized.has(hashBlockKey(domain, key)))));
}

import type { StandardForm } from '../matching/model.js';
import { type GenericDomain, genericKeys, valueKeys } from './generic-keys.js';

/**
 * Forms without those of their values that the sizes of blocks show to be generic.
 *
 * @param forms all that are in an oversized block
 * @param sizes of all oversized blocks, by hashed key
 */
export function withoutGenericValues(
  domain: GenericDomain,
  forms: readonly StandardForm[],
  sizes: ReadonlyMap<number, number>,
): readonly StandardForm[] {
  const { withoutValues } = domain;
  if (!withoutValues) return forms;
  const held = forms.map((form) => valueKeys(domain, form, (key) => sizes.has(key)));
  const generic = genericKeys(domain, held.flat(), sizes);
  return forms.map((form, index) => {
    const labels = (held[index] ?? []).flatMap(({ key, label }) => (generic.has(key) ? label : []));
    return labels.length > 0 ? withoutValues(form, new Set(labels)) : form;
  });
}

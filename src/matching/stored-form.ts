import { blankForm } from './blank-form.js';
import type { FeatureValue, StandardForm } from './model.js';

/**
 * A standard form as the store holds it: of each feature that is there its place in the domain's list, then its value. Names
 * would be more than half of what is written, and read for every candidate.
 */
export type StoredForm = readonly FeatureValue[];

/** The stored form of a standard form. Features that are not in the list are left out. */
export function storeForm(features: readonly string[], form: StandardForm): StoredForm {
  const stored: FeatureValue[] = [];
  let place = 0;
  for (const feature of features) {
    const value = form[feature];
    if (value !== undefined) stored.push(place, value);
    place++;
  }
  return stored;
}

/** The standard form of a stored one. */
export function restoreForm(features: readonly string[], stored: StoredForm): StandardForm {
  const form = blankForm(features);
  for (let index = 0; index < stored.length; index += 2) {
    const [feature, value] = [features[Number(stored[index])], stored[index + 1]];
    if (feature !== undefined) form[feature] = value;
  }
  return form;
}

/** A row as the store holds it. */
export type Stored<Row extends { readonly standard: StandardForm }> = Omit<Row, 'standard'> & {
  readonly standard: StoredForm;
};

/** The row itself, which the store has just given, with its stored form restored. */
export function withForm<Row extends { readonly standard: StoredForm }>(
  features: readonly string[],
  row: Row,
): Omit<Row, 'standard'> & { readonly standard: StandardForm } {
  return Object.assign(row as Omit<Row, 'standard'>, { standard: restoreForm(features, row.standard) });
}

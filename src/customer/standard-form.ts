import type { StandardForm } from '../matching/model.js';
import { isPlaceholderNumber } from '../standardization/placeholder.js';
import { foldCode, squash } from '../standardization/text.js';
import type { Customer } from './attributes.js';
import { addContactFeatures } from './contact-features.js';
import { kindOf } from './customer-kind.js';
import { setOf, type CustomerFeatures, type Feature } from './feature.js';
import { addOrganizationFeatures } from './organization-features.js';
import { addPersonFeatures } from './person-features.js';

/** The matching features of a customer. */
export function standardize(customer: Customer): StandardForm<Feature> {
  const features: CustomerFeatures = {};
  const { kind, certain } = kindOf(customer);
  if (certain) features.kind = kind;
  if (kind === 'person') addPersonFeatures(features, customer);
  else addOrganizationFeatures(features, customer);
  addContactFeatures(features, customer);
  addIdentifiers(features, customer);
  return features;
}

function addIdentifiers(features: CustomerFeatures, { taxID, identifiers }: Customer): void {
  const tax = taxID === undefined ? undefined : foldIdentifier(taxID);
  if (tax !== undefined) features.taxID = tax;
  if (identifiers === undefined) return;
  const present = Object.entries(identifiers)
    .map(([type, value]) => ({ type: squash(type), value: foldIdentifier(value) }))
    .filter(({ value }) => value !== undefined);
  features.identifiers = setOf(present.map(({ type, value }) => `${type}:${value ?? ''}`));
}

/** Letters and digits of an identifier; `undefined` where it stands for none. */
function foldIdentifier(text: string): string | undefined {
  const code = foldCode(text.slice(0, 100));
  return code.length < 3 || isPlaceholderNumber(code) ? undefined : code;
}

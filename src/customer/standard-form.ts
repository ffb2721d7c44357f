import { blankForm } from '../matching/blank-form.js';
import type { StandardForm } from '../matching/model.js';
import { isPlaceholderNumber } from '../standardization/placeholder.js';
import { foldCode, squash } from '../standardization/text.js';
import type { Customer } from './attributes.js';
import { addContactFeatures } from './contact-features.js';
import { kindOf } from './customer-kind.js';
import { features, setOf, type CustomerFeatures, type Feature } from './feature.js';
import { addOrganizationFeatures } from './organization-features.js';
import { addPersonFeatures } from './person-features.js';

/** The matching features of a customer. */
export function standardize(customer: Customer): StandardForm<Feature> {
  const form: CustomerFeatures = blankForm(features);
  const { kind, certain } = kindOf(customer);
  if (certain) form.kind = kind;
  if (kind === 'person') addPersonFeatures(form, customer);
  else addOrganizationFeatures(form, customer);
  addContactFeatures(form, customer);
  addIdentifiers(form, customer);
  return form;
}

function addIdentifiers(form: CustomerFeatures, { taxID, identifiers }: Customer): void {
  const tax = taxID === undefined ? undefined : foldIdentifier(taxID);
  if (tax !== undefined) form.taxID = tax;
  if (identifiers === undefined) return;
  const present = Object.entries(identifiers)
    .map(([type, value]) => ({ type: squash(type), value: foldIdentifier(value) }))
    .filter(({ value }) => value !== undefined);
  form.identifiers = setOf(present.map(({ type, value }) => `${type}:${value ?? ''}`));
}

/** Letters and digits of an identifier; `undefined` where it stands for none. */
function foldIdentifier(text: string): string | undefined {
  const code = foldCode(text.slice(0, 100));
  return code.length < 3 || isPlaceholderNumber(code) ? undefined : code;
}

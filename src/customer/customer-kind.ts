import { foldedTokens } from '../standardization/text.js';
import { isKnownGivenName } from '../standardization/nickname.js';
import { readOrganizationName } from '../standardization/organization-name.js';
import type { Customer } from './attributes.js';
import { organizationWordFrequency } from './organization-word-frequency.js';

/** What a customer is, and whether the record leaves no doubt of it. */
export interface CustomerKind {
  readonly kind: 'person' | 'organization';
  readonly certain: boolean;
}

/**
 * Tells persons from organizations: by what the record says, by attributes that only one of them has, else by the look of
 * the name (a legal form, words of trade, digits; `Family, Given`; a known given name).
 */
export function kindOf(customer: Customer): CustomerKind {
  const type = customer.type?.toLowerCase() ?? '';
  if (type === 'person') return { kind: 'person', certain: true };
  if (/^(?:org|compan|business|firm|corporat)/.test(type)) return { kind: 'organization', certain: true };
  if (customer.givenName ?? customer.familyName ?? customer.birthDate) return { kind: 'person', certain: true };
  if (customer.gender ?? customer.additionalName ?? customer.honorificPrefix) return { kind: 'person', certain: true };
  return customer.name === undefined ? { kind: 'person', certain: false } : kindOfName(customer.name);
}

function kindOfName(name: string): CustomerKind {
  const { words, legalForm } = readOrganizationName(name);
  if (legalForm !== undefined) return { kind: 'organization', certain: true };
  if (/^[^,]+,\s*[^,\s]+(?:\s+[^,\s]+)?$/.test(name) && !/[\d&]/.test(name)) return { kind: 'person', certain: false };
  const tokens = foldedTokens(name);
  const isTrade = words.some((word) => Object.hasOwn(organizationWordFrequency.values, word));
  const isPersonal = tokens.length >= 2 && tokens.length <= 4 && !/[\d&]|['’]s\b/.test(name);
  return { kind: isPersonal && !isTrade && tokens.some(isKnownGivenName) ? 'person' : 'organization', certain: false };
}

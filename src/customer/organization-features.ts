import { readOrganizationName } from '../standardization/organization-name.js';
import { sounds } from '../standardization/phonetic.js';
import { isPlaceholderName } from '../standardization/placeholder.js';
import type { Customer } from './attributes.js';
import { setOf, type CustomerFeatures } from './feature.js';

const MAXIMUM_LENGTH = 100;

/** Adds what tells organizations apart: the name in several forms. */
export function addOrganizationFeatures(features: CustomerFeatures, customer: Customer): void {
  const name = customer.name ?? customer.familyName ?? customer.givenName;
  if (name === undefined) return;
  const { words, legalForm } = readOrganizationName(name);
  const whole = words.join('').slice(0, MAXIMUM_LENGTH);
  if (whole === '' || isPlaceholderName(whole)) return;
  features.organizationName = whole;
  features.organizationWords = setOf(words);
  features.organizationInitials = initials(words);
  features.organizationSounds = setOf(words.flatMap((word) => sounds(word).slice(0, 1)));
  features.legalForm = legalForm;
}

function initials(words: readonly string[]): string | undefined {
  if (words.length > 2) return words.map((word) => word.slice(0, 1)).join('');
  const [only = ''] = words;
  return words.length === 1 && only.length > 2 && only.length < 6 ? only : undefined;
}

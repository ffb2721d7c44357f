import type { StandardForm } from '../matching/model.js';
import { foldEmail } from '../standardization/email.js';
import { emailFeatures } from './contact-features.js';
import { setOf, textsOf, type CustomerFeatures, type Feature } from './feature.js';

/** A customer without the identifiers, e-mail addresses, telephone numbers and birthday that the block keys stand for. */
export function withoutValues(standard: StandardForm<Feature>, blockKeys: ReadonlySet<string>): StandardForm<Feature> {
  const kept: CustomerFeatures = { ...standard };
  /** What is left of a feature of which keys of a kind take values away; `undefined` where they take none. */
  const rest = (kind: string, feature: Feature): readonly string[] | undefined => {
    const values = textsOf(standard[feature]);
    const left = values.filter((value) => !blockKeys.has(`${kind} ${value}`));
    return left.length < values.length ? left : undefined;
  };
  const taxIDs = rest('tax', 'taxID');
  const identifiers = rest('id', 'identifiers');
  const emails = rest('email', 'email');
  const endings = rest('phone', 'telephoneEnding');
  const births = rest('born', 'birthDate');
  if (!taxIDs && !identifiers && !emails && !endings && !births) return standard;
  if (taxIDs) kept.taxID = setOf(taxIDs);
  if (identifiers) kept.identifiers = setOf(identifiers);
  if (emails) Object.assign(kept, emailFeatures(emails.map(foldEmail)));
  if (endings) {
    kept.telephoneEnding = setOf(endings);
    kept.telephone = setOf(textsOf(standard.telephone).filter((number) => endings.includes(number.slice(-7))));
  }
  if (births) for (const feature of partsOfBirthDate) kept[feature] = undefined;
  return kept;
}

const partsOfBirthDate = [
  'birthDate',
  'birthDateSwapped',
  'birthYear',
  'birthMonth',
  'birthDay',
  'birthYearAndDay',
  'birthDayNumber',
] as const satisfies readonly Feature[];

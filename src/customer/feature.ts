import type { FeatureValue, StandardForm } from '../matching/model.js';

/**
 * The matching features of a customer. Sets hold every value of the record; a set of one is the value itself. The store
 * knows them by their places: new ones go to the end.
 */
export const features = [
  /** `person` or `organization`, where the record says so beyond doubt. */
  'kind',
  /** First given name, and the whole of them as one word. Absent where only an initial is known. */
  'givenName',
  'givenInitial',
  /** Names that the first given name may be a form of: `robert` for Bob. */
  'givenNameRoots',
  /** The first given name, where it is one that many people have, and so hardly a slip of another. */
  'knownGivenName',
  'givenNameSounds',
  /** Every given and middle name. */
  'givenNames',
  /** Given and family name as one word, in both orders, the given one also as the names that it may be a form of. */
  'fullNames',
  /** Middle names, initials not among them. */
  'additionalName',
  'additionalInitials',
  /** The family name as one word, with and without particles. */
  'familyName',
  /** The single names of a family name, of two as of one. */
  'familyNameParts',
  'familyNameSounds',
  /** `jr`, `sr`, `2`, ... */
  'generation',
  /** `m` or `f`. */
  'gender',
  /** `YYYYMMDD` of a whole date; also eight digits that are no date, for want of better. */
  'birthDate',
  /** `YYYYDDMM`. */
  'birthDateSwapped',
  'birthYear',
  /** `YYYYMM` */
  'birthMonth',
  /** `MMDD` */
  'birthDay',
  /** `YYYYDD` */
  'birthYearAndDay',
  /** Days since 1970-01-01. */
  'birthDayNumber',
  'birthPlace',
  /** The organization's name as one word, legal form and articles left out. */
  'organizationName',
  'organizationWords',
  /** First letters of its words, of three and more; a name of one short word is its own. */
  'organizationInitials',
  'organizationSounds',
  'legalForm',
  'email',
  /** What stands before the @. */
  'mailbox',
  /** Digits of the mailbox, `-` where it has none. */
  'mailboxDigits',
  /** First letter of the mailbox and host, of hosts that do not serve the public. */
  'emailHost',
  'telephone',
  /** The last seven digits. */
  'telephoneEnding',
  /** House number and street. */
  'street',
  'streetNumber',
  'streetName',
  'streetExtension',
  'unit',
  'locality',
  'region',
  'postalCode',
  'country',
  'taxID',
  /** `type:value` of each. */
  'identifiers',
] as const;

export type Feature = (typeof features)[number];

/** The standard form of a customer while it is made. */
export type CustomerFeatures = { -readonly [K in keyof StandardForm<Feature>]: StandardForm<Feature>[K] };

/** A set as a feature: distinct, its only value where it holds one, absent where it holds none. */
export function setOf(values: readonly (string | undefined)[]): FeatureValue | undefined {
  let first: string | undefined;
  let distinct: string[] | undefined;
  for (const value of values) {
    if (value === undefined || value === '' || value === first) continue;
    if (first === undefined) first = value;
    else if (distinct === undefined) distinct = [first, value];
    else if (!distinct.includes(value)) distinct.push(value);
  }
  return distinct ?? first;
}

/** A feature's texts: none where it is absent. */
export function textsOf(value: FeatureValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
}

/** A feature's first text. */
export function firstOf(value: FeatureValue | undefined): string | undefined {
  return textsOf(value)[0];
}

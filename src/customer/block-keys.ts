import type { StandardForm } from '../matching/model.js';
import { sounds } from '../standardization/phonetic.js';
import { firstOf, textsOf, type Feature } from './feature.js';
import { organizationWordFrequency } from './organization-word-frequency.js';

/** Of a set that a record may hold many of, this many give keys. */
const MAXIMUM_VALUES = 4;

/** The keys of a customer: each pairs values that few share, so that a slip in one of them leaves other keys whole. */
export function blockKeys(standard: StandardForm<Feature>): readonly string[] {
  const keys = new Set<string>();
  addContactKeys(keys, standard);
  if (standard.organizationName !== undefined) addOrganizationKeys(keys, standard);
  else addPersonKeys(keys, standard);
  return [...keys];
}

function addContactKeys(keys: Set<string>, standard: StandardForm<Feature>): void {
  if (standard.taxID !== undefined) keys.add(`tax ${String(standard.taxID)}`);
  for (const identifier of few(standard.identifiers)) keys.add(`id ${identifier}`);
  for (const mailbox of few(standard.mailbox)) keys.add(`mailbox ${mailbox}`);
  for (const ending of few(standard.telephoneEnding)) keys.add(`phone ${ending}`);
  const area = firstOf(standard.postalCode) ?? firstOf(standard.locality);
  const number = firstOf(standard.streetNumber);
  if (area !== undefined && number !== undefined) keys.add(`house ${number} ${area}`);
}

function addPersonKeys(keys: Set<string>, standard: StandardForm<Feature>): void {
  const given = firstOf(standard.givenName);
  const root = firstOf(standard.givenNameRoots);
  const rootSound = root === undefined ? undefined : sounds(root)[0];
  const family = firstOf(standard.familyName);
  const familySound = firstOf(standard.familyNameSounds);
  const area = firstOf(standard.postalCode) ?? firstOf(standard.locality);
  const date = firstOf(standard.birthDate);

  if (date !== undefined) {
    // Names of both kinds share these keys, so that swapped ones meet.
    for (const sound of [rootSound, familySound]) if (sound !== undefined) keys.add(`born ${date} ${sound}`);
    if (rootSound === undefined && familySound === undefined && area !== undefined) keys.add(`born ${date} ${area}`);
  }
  if (root !== undefined && family !== undefined) keys.add(`name ${[root, family].sort().join(' ')}`);
  if (rootSound !== undefined && familySound !== undefined) {
    const sound = [rootSound, familySound].sort().join(' ');
    const year = firstOf(standard.birthYear);
    const day = firstOf(standard.birthDay);
    if (year !== undefined) keys.add(`sound ${sound} ${year}`);
    if (day !== undefined) keys.add(`sound ${sound} ${day}`);
  }
  if (area !== undefined) {
    if (familySound !== undefined) keys.add(`area ${area} ${familySound}`);
    if (given !== undefined) keys.add(`area ${area} ${given}`);
  }
}

function addOrganizationKeys(keys: Set<string>, standard: StandardForm<Feature>): void {
  keys.add(`organization ${String(standard.organizationName)}`);
  const words = [...textsOf(standard.organizationWords)].sort(byRarity).slice(0, 3);
  if (words.length > 1) keys.add(`words ${words.slice(0, 2).sort().join(' ')}`);
  const area = firstOf(standard.postalCode) ?? firstOf(standard.locality);
  if (area !== undefined) for (const word of words) keys.add(`area ${area} ${word}`);
}

function byRarity(a: string, b: string): number {
  return frequencyOf(a) - frequencyOf(b) || b.length - a.length || (a < b ? -1 : 1);
}

function frequencyOf(word: string): number {
  const { values, unlisted } = organizationWordFrequency;
  return Object.hasOwn(values, word) ? (values[word] ?? unlisted) : unlisted;
}

function few(value: StandardForm[string]): readonly string[] {
  return textsOf(value).slice(0, MAXIMUM_VALUES);
}

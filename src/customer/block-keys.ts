import type { StandardForm } from '../matching/model.js';
import { sounds } from '../standardization/phonetic.js';
import { skeletonKey } from '../standardization/skeleton-key.js';
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
  for (const email of few(standard.email)) keys.add(`email ${email}`);
  for (const mailbox of few(standard.mailbox)) keys.add(`mailbox ${mailboxKey(mailbox)}`);
  for (const host of few(standard.emailHost)) keys.add(`host ${host}`);
  for (const ending of few(standard.telephoneEnding)) keys.add(`phone ${ending}`);
  const number = firstOf(standard.streetNumber);
  if (number === undefined) return;
  const area = areaOf(standard);
  if (area !== undefined) keys.add(`house ${number} ${area}`);
  const street = longestWord(firstOf(standard.streetName) ?? '');
  if (street === '') return;
  const town = firstOf(standard.locality)?.slice(0, 1) ?? '';
  keys.add(`street ${number} ${sounds(street)[0] ?? street} ${town}`);
}

const broad = /^name |^born [^ ]+$/;

/**
 * Names and birthdays, which many share by chance in a large store: what has little else in common is not found to be one by
 * either, and what has more is found by another key.
 */
export function isBroad(blockKey: string): boolean {
  return broad.test(blockKey);
}

/** A few letters are told apart whole. */
function mailboxKey(mailbox: string): string {
  const skeleton = skeletonKey(mailbox);
  return skeleton.length > 3 ? skeleton : mailbox;
}

interface Names {
  readonly given?: string;
  readonly givenSound?: string;
  readonly family?: string;
  readonly familySound?: string;
}

function addPersonKeys(keys: Set<string>, standard: StandardForm<Feature>): void {
  const names = namesOf(standard);
  addNameKeys(keys, names, standard.birthYear !== undefined);
  addBirthKeys(keys, names, standard);
  const area = areaOf(standard);
  if (area === undefined) return;
  if (names.familySound !== undefined) keys.add(`area ${area} ${names.familySound}`);
  if (names.givenSound !== undefined) keys.add(`area ${area} ${names.givenSound}`);
}

function namesOf(standard: StandardForm<Feature>): Names {
  const given = firstOf(standard.givenNameRoots);
  return {
    given,
    givenSound: given === undefined ? undefined : sounds(given)[0],
    family: firstOf(standard.familyName),
    familySound: firstOf(standard.familyNameSounds),
  };
}

/**
 * By its consonants and by its sound, as each has slips of its own that it stumbles over. Where there is a year of birth, the keys
 * that join it to the sounds find those, and name fewer.
 */
function addNameKeys(keys: Set<string>, { given, givenSound, family, familySound }: Names, hasYear: boolean): void {
  if (given === undefined || family === undefined) return;
  keys.add(`name ${inOrder(skeletonKey(given), skeletonKey(family))}`);
  if (hasYear || givenSound === undefined || familySound === undefined) return;
  keys.add(`name by sound ${inOrder(givenSound, familySound)}`);
}

function inOrder(x: string, y: string): string {
  return x < y ? `${x} ${y}` : `${y} ${x}`;
}

/**
 * The date alone serves as long as few are born on it, then the date with first letters, as it is selective and slips seldom
 * hit them. Names of both kinds stand alike in this key, so that swapped ones meet.
 */
function addBirthKeys(keys: Set<string>, { givenSound, familySound }: Names, standard: StandardForm<Feature>): void {
  const date = firstOf(standard.birthDate);
  if (date !== undefined) {
    keys.add(`born ${date}`);
    const initials = [givenSound, familySound].map((sound) => sound?.slice(0, 1) ?? '').sort();
    if (initials.some((initial) => initial !== '')) keys.add(`born ${date} ${initials.join('')}`);
  }
  const year = firstOf(standard.birthYear);
  if (year === undefined || givenSound === undefined || familySound === undefined) return;
  keys.add(`sound ${year} ${givenSound} ${familySound.slice(0, 2)}`);
  keys.add(`sound ${year} ${familySound} ${givenSound.slice(0, 2)}`);
}

/** Postal codes are written right or wrong, names of places in many ways. */
function areaOf(standard: StandardForm<Feature>): string | undefined {
  const locality = firstOf(standard.locality);
  return firstOf(standard.postalCode) ?? (locality === undefined ? undefined : skeletonKey(locality));
}

function longestWord(text: string): string {
  return text.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function addOrganizationKeys(keys: Set<string>, standard: StandardForm<Feature>): void {
  keys.add(`organization ${String(standard.organizationName)}`);
  const words = [...textsOf(standard.organizationWords)].sort(byRarity).slice(0, 3);
  if (words.length > 1) keys.add(`words ${words.slice(0, 2).sort().join(' ')}`);
  const area = areaOf(standard);
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

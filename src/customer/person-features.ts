import { isKnownGivenName, nicknameRoots } from '../standardization/nickname.js';
import { readPersonName } from '../standardization/person-name.js';
import { sounds } from '../standardization/phonetic.js';
import { isPlaceholderDate, isPlaceholderName } from '../standardization/placeholder.js';
import { fold, squash } from '../standardization/text.js';
import type { Customer } from './attributes.js';
import { setOf, type CustomerFeatures } from './feature.js';

/** Adds what tells persons apart: names, birth, gender, occupation. */
export function addPersonFeatures(features: CustomerFeatures, customer: Customer): void {
  addNames(features, customer);
  if (customer.birthDate !== undefined) addBirthDate(features, customer.birthDate);
  if (customer.birthPlace !== undefined) features.birthPlace = setOf([fold(customer.birthPlace)]);
  if (customer.gender !== undefined) features.gender = readGender(customer.gender);
}

function addNames(features: CustomerFeatures, customer: Customer): void {
  const name = readPersonName(customer);
  const given = name.given !== undefined && isPlaceholderName(name.given) ? undefined : name.given;
  if (given !== undefined) {
    features.givenInitial = given.slice(0, 1);
    if (given.length > 1) {
      const others = name.additional.filter(isWord);
      features.givenName = setOf([given, given + others.join('')]);
      features.givenNameRoots = setOf(nicknameRoots(given));
      if (isKnownGivenName(given)) features.knownGivenName = given;
      features.givenNameSounds = setOf(sounds(given));
      features.givenNames = setOf([given, ...others]);
    }
  }
  features.additionalName = setOf(name.additional.filter(isWord));
  features.additionalInitials = setOf(name.additional.map((word) => word.slice(0, 1)));
  features.generation = name.generation;
  const whole = name.family.join('');
  if (whole === '' || isPlaceholderName(whole)) return;
  features.familyName = setOf([name.particles.join('') + whole, whole]);
  features.familyNameParts = setOf(name.family.length > 1 ? [whole, ...name.family.filter(isWord)] : [whole]);
  features.familyNameSounds = setOf(sounds(whole));
  if (given === undefined || given.length < 2) return;
  const families = formsOf(whole);
  const fullNames: string[] = [];
  for (const form of formsOf(given)) for (const family of families) fullNames.push(form + family, family + form);
  features.fullNames = setOf(fullNames);
}

/** A name and the names that it may be a form of. */
function formsOf(name: string): readonly string[] {
  return isKnownGivenName(name) ? [name, ...nicknameRoots(name).slice(0, 2)] : [name];
}

function isWord(word: string): boolean {
  return word.length > 1;
}

/** Parts of a date in ISO 8601, and eight digits of what is no date, so that a slip of the pen still compares. */
function addBirthDate(features: CustomerFeatures, text: string): void {
  const digits = text.replaceAll('-', '');
  if (!/^\d{4}(?:\d{2}(?:\d{2})?)?$/.test(digits) || isPlaceholderDate(digits)) return;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  features.birthYear = year;
  if (month !== '') features.birthMonth = year + month;
  if (day === '') return;
  features.birthDate = digits;
  features.birthDateSwapped = year + day + month;
  features.birthDay = month + day;
  features.birthYearAndDay = year + day;
  // What is no date (a 31 February) has a place in time all the same.
  features.birthDayNumber = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
}

const GENDERS: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ['m', 'm'],
  ['male', 'm'],
  ['man', 'm'],
  ['mann', 'm'],
  ['maennlich', 'm'],
  ['masculin', 'm'],
  ['masculino', 'm'],
  ['homme', 'm'],
  ['hombre', 'm'],
  ['f', 'f'],
  ['female', 'f'],
  ['w', 'f'],
  ['woman', 'f'],
  ['frau', 'f'],
  ['weiblich', 'f'],
  ['feminin', 'f'],
  ['femenino', 'f'],
  ['femme', 'f'],
  ['mujer', 'f'],
]);

function readGender(text: string): string | undefined {
  return GENDERS.get(squash(text.slice(0, 30)));
}

import type { Address, Day, Party, Telephone } from './party.js';
import type { Random } from './random.js';
import { nicknames } from './vocabulary/nicknames.js';

/** How a system comes to know a customer: the likelihood that a part is known at all, and of each mistake in it. */
export interface Habits {
  readonly known: Readonly<Partial<Record<keyof Party, number>>>;
  readonly typo: number;
  readonly nickname: number;
  readonly swap: number;
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const lookalikes: Readonly<Record<string, string>> = {
  o: '0',
  l: '1',
  i: 'l',
  m: 'rn',
  s: '5',
  b: '6',
  u: 'v',
  c: 'e',
};
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bStreet\b/, 'St'],
  [/\bAvenue\b/, 'Ave'],
  [/\bRoad\b/, 'Rd'],
  [/\bDrive\b/, 'Dr'],
  [/\bLane\b/, 'Ln'],
  [/\bCourt\b/, 'Ct'],
  [/\bBoulevard\b/, 'Blvd'],
  [/\bPlace\b/, 'Pl'],
  [/straße\b/, 'str.'],
  [/^Calle\b/, 'C/'],
  [/^Avenida\b/, 'Avda.'],
];

/**
 * The party as a system has it: parts missing, misspelt, abbreviated, swapped. Two parts at least identify it.
 * @param current the party as it is today: what has changed since does not identify it
 */
export function asKnown(random: Random, party: Party, current: Party, habits: Habits): Party {
  const parts = Object.entries(party) as [keyof Party, unknown][];
  // Dropping parts of a party leaves a party: all but its type may be absent, and that is always known.
  const heard = Object.fromEntries(
    parts.filter(([part]) => random.chance(habits.known[part] ?? 1)),
  ) as unknown as Party;
  const enough = identifying(heard, current) >= 2;
  const known = enough ? heard : { ...heard, ...onlyParts(party, identifyingParts) };
  const mistaken = { ...known, ...withMistakes(random, known, habits) };
  if (mistaken.given === undefined || !random.chance(habits.swap)) return mistaken;
  return { ...mistaken, given: mistaken.family, family: mistaken.given };
}

const identifyingParts = ['born', 'email', 'mobile', 'landLine', 'address'] as const;

function identifying(party: Party, current: Party): number {
  return identifyingParts.filter((part) => party[part] !== undefined && party[part] === current[part]).length;
}

function onlyParts(party: Party, parts: readonly (keyof Party)[]): Partial<Party> {
  return Object.fromEntries(parts.map((part) => [part, party[part]]));
}

function withMistakes(random: Random, party: Party, { typo, nickname }: Habits): Partial<Party> {
  const text = (value: string | undefined): string | undefined =>
    value !== undefined && random.chance(typo) ? misspell(random, value) : value;
  const short = nicknames.get(party.given ?? '');
  const given = short && random.chance(nickname) ? random.pick(short) : text(party.given);
  return {
    name: text(party.name),
    given: given !== undefined && random.chance(typo / 5) ? `${given.charAt(0)}.` : given,
    middle: party.middle !== undefined && random.chance(0.5) ? `${party.middle.charAt(0)}.` : party.middle,
    family: text(party.family),
    email: random.chance(0.3) ? text(party.email) : party.email,
    ...(party.born && random.chance(typo / 2) ? { born: mistakenDay(random, party.born) } : {}),
    ...(party.mobile && random.chance(typo / 3) ? { mobile: misdialled(random, party.mobile) } : {}),
    ...(party.address ? { address: mistakenAddress(random, party.address, typo) } : {}),
  };
}

function mistakenAddress(random: Random, address: Address, typo: number): Address {
  const abbreviate = random.chance(0.4);
  const street = abbreviate ? abbreviateStreet(address.street) : address.street;
  return {
    ...address,
    street: random.chance(typo) ? misspell(random, street) : street,
    unit: random.chance(0.6) ? address.unit : undefined,
    city: random.chance(typo / 2) ? misspell(random, address.city) : address.city,
    postalCode: random.chance(typo / 2) ? changeDigit(random, address.postalCode) : address.postalCode,
  };
}

function abbreviateStreet(street: string): string {
  return abbreviations.reduce((text, [pattern, short]) => text.replace(pattern, short), street);
}

function mistakenDay(random: Random, { year, month, day }: Day): Day {
  if (day <= 12 && day !== month && random.chance(0.5)) return { year, month: day, day: month };
  if (random.chance(0.5)) return { year: year + random.pick([-10, -1, 1, 10]), month, day };
  return { year, month, day: day > 1 ? day - 1 : day + 1 };
}

function misdialled(random: Random, telephone: Telephone): Telephone {
  return { ...telephone, national: changeDigit(random, telephone.national) };
}

function changeDigit(random: Random, text: string): string {
  const at = random.integer(Math.floor(text.length / 2), text.length - 1);
  return /\d/.test(text.charAt(at)) ? `${text.slice(0, at)}${random.integer(0, 9)}${text.slice(at + 1)}` : text;
}

/** One slip of the hand or the scanner: a letter dropped, doubled, swapped with the next, or taken for another. */
export function misspell(random: Random, text: string): string {
  if (text.length < 3) return text;
  const at = random.integer(1, text.length - 2);
  const [head, letter, tail] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  switch (random.integer(0, 4)) {
    case 0:
      return head + tail;
    case 1:
      return head + letter + letter + tail;
    case 2:
      return head + tail.charAt(0) + letter + tail.slice(1);
    case 3:
      return head + (lookalikes[letter] ?? letter) + tail;
    default:
      return head + neighbour(random, letter) + tail;
  }
}

function neighbour(random: Random, letter: string): string {
  const row = rows.find((keys) => keys.includes(letter));
  if (row === undefined) return letter;
  return row.charAt(row.indexOf(letter) + random.pick([-1, 1])) || letter;
}

/** The text in plain ASCII, in the German way: ü becomes ue. */
export function transliterate(text: string): string {
  const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };
  return fold(text.replace(/[äöüÄÖÜß]/g, (letter) => german[letter] ?? letter));
}

/** The text with its marks taken off: ü becomes u. */
export function fold(text: string): string {
  return text
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, (letter) => (letter === 'ł' ? 'l' : 'L'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

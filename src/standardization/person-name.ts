import { isKnownGivenName } from './nickname.js';
import { squash } from './text.js';

/** The parts of a person's name as a record gives them, each as written. */
export interface PersonNameParts {
  readonly name?: string;
  readonly givenName?: string;
  readonly additionalName?: string;
  readonly familyName?: string;
  readonly honorificSuffix?: string;
}

/** A person's name taken apart into folded words. A hyphenated given name is one word. */
export interface PersonName {
  readonly given?: string;
  /** Further given names and initials, in order. */
  readonly additional: readonly string[];
  /** Words of the family name without particles. */
  readonly family: readonly string[];
  /** Particles of the family name (`van der`), in order. */
  readonly particles: readonly string[];
  /** `jr`, `sr`, `2`, `3`, `4`, where the name tells generations apart. */
  readonly generation?: string;
}

const PARTICLES: ReadonlySet<string> = new Set(
  (
    'van von der den de la le lo du des del della di da do dos das zu zum zur vom af av bin ibn bint al el ul abu ben ter ten te ' +
    'san santa st saint y e und o mac mc fitz ap op'
  ).split(' '),
);

const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['jnr', 'jr'],
  ['sr', 'sr'],
  ['senior', 'sr'],
  ['snr', 'sr'],
  ['ii', '2'],
  ['2nd', '2'],
  ['iii', '3'],
  ['3rd', '3'],
  ['iv', '4'],
  ['4th', '4'],
]);

const HONORIFICS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr doctor prof professor sir dame lady lord rev reverend fr father sister rabbi imam hon honourable ' +
    'honorable capt captain col colonel maj major lt sgt gen general herr frau fraeulein dipl ing mag monsieur madame ' +
    'mademoiselle mme mlle senor senora senorita sr sra srta don dona signor signora sig sigra dott ir drs mevrouw dhr'
  ).split(' '),
);

const POST_NOMINALS: ReadonlySet<string> = new Set(
  'phd dphil md mba dds dmd cpa rn jd esq esquire obe mbe cbe kbe bsc msc llb llm frcs edd dvm'.split(' '),
);

const MAXIMUM_LENGTH = 200;
/** Divides the words that a hyphen joins, until it is known whether they are one name or two. */
const HYPHEN = '-';

/**
 * Takes a person's name apart: a whole one (`Dr. Ludwig van der Berg, Jr.`, `Berg, Ludwig A.`) or one given in parts, or
 * parts that hold more than they say (`Dobbins Jr` as a family name, `Rosemary A` as a given one). Parts win over the whole.
 */
export function readPersonName(parts: PersonNameParts): PersonName {
  const whole = parts.givenName && parts.familyName ? undefined : parts.name;
  const fromWhole = whole === undefined ? undefined : splitWhole(whole);
  const given = parts.givenName === undefined ? (fromWhole?.given ?? []) : words(parts.givenName);
  const family = parts.familyName === undefined ? (fromWhole?.family ?? []) : words(parts.familyName);
  const generation = new Generation(parts.honorificSuffix);
  const givenNames = generation
    .without(given)
    .filter((word, index) => index > 0 || !HONORIFICS.has(word) || given.length === 1);
  const familyNames = generation.without(family.flatMap(splitHyphens));
  const additional = parts.additionalName === undefined ? [] : generation.without(words(parts.additionalName));
  const particles = familyNames.length > 1 ? familyNames.filter((word) => PARTICLES.has(word)) : [];
  return {
    given: givenNames[0] && joined(givenNames[0]),
    additional: [...givenNames.slice(1), ...additional].map(joined),
    family:
      particles.length === familyNames.length ? familyNames : familyNames.filter((word) => !particles.includes(word)),
    particles: particles.length === familyNames.length ? [] : particles,
    generation: generation.found,
  };
}

/** Takes generations and post-nominals out of words, keeping the generation found last. */
class Generation {
  found?: string;

  constructor(suffix: string | undefined) {
    if (suffix !== undefined) this.without(['', ...words(suffix)]);
  }

  /** The words without those; the first word is a name whatever it says. */
  without(given: readonly string[]): string[] {
    return given.filter((word, index) => {
      if (index === 0) return true;
      const generation = GENERATIONS.get(word);
      this.found = generation ?? this.found;
      return generation === undefined && !POST_NOMINALS.has(word);
    });
  }
}

interface Split {
  readonly given: string[];
  readonly family: string[];
}

/** Names in Han or Hangul stand with the family name first, of one character, or of two where there are four. */
const HAN_OR_HANGUL = /^(?:[\p{Script=Han}\p{Script=Hangul}]\s?){2,4}$/u;

function splitHanOrHangul(name: string): Split {
  const letters = [...name.replace(/\s/g, '')];
  const familyLength = letters.length > 3 ? 2 : 1;
  return {
    given: [squash(letters.slice(familyLength).join(''))],
    family: [squash(letters.slice(0, familyLength).join(''))],
  };
}

function splitWhole(name: string): Split {
  if (HAN_OR_HANGUL.test(name)) return splitHanOrHangul(name);
  const [first = '', ...others] = name.split(/\s*[,،、;]\s*/);
  const following = others.flatMap(words).filter((word) => !HONORIFICS.has(word));
  const isFamilyFirst = following.some((word) => !isSuffix(word));
  return isFamilyFirst ? { given: following, family: words(first) } : splitInOrder(words(first), following);
}

/** Splits `Dr. Ludwig van der Berg Jr.`: the family name is the last word and the particles before it. */
function splitInOrder(all: string[], suffixesAfterComma: readonly string[]): Split {
  const suffixes = [...suffixesAfterComma];
  while (all.length > 1 && HONORIFICS.has(all[0] ?? '')) all.shift();
  while (all.length > 1 && isSuffix(all.at(-1) ?? '')) suffixes.unshift(all.pop() ?? '');
  const [only] = all;
  if (only === undefined) return { given: [], family: [] };
  if (all.length === 1)
    return isKnownGivenName(only) ? { given: all, family: [] } : { given: [], family: [only, ...suffixes] };
  let familyAt = all.length - 1;
  while (familyAt > 1 && isParticle(all[familyAt - 1] ?? '')) familyAt--;
  return { given: all.slice(0, familyAt), family: [...all.slice(familyAt), ...suffixes] };
}

function isParticle(word: string): boolean {
  return word.length > 1 && PARTICLES.has(word);
}

function isSuffix(word: string): boolean {
  return GENERATIONS.has(word) || POST_NOMINALS.has(word);
}

const ONE_WORD = /^[a-z]+$/i;

function words(text: string): string[] {
  if (text.length > MAXIMUM_LENGTH) return words(text.slice(0, MAXIMUM_LENGTH));
  // Most names are one plain word.
  if (ONE_WORD.test(text)) return [text.toLowerCase()];
  return text
    .split(/[\s.,/()"]+/)
    .map(squashWord)
    .filter((word) => word !== '');
}

function squashWord(word: string): string {
  if (!/[-‐‑–]/.test(word)) return squash(word);
  return word
    .split(/[-‐‑–]/)
    .map(squash)
    .filter((part) => part !== '')
    .join(HYPHEN);
}

function splitHyphens(word: string): string[] {
  return word.split(HYPHEN);
}

function joined(word: string): string {
  return word.replaceAll(HYPHEN, '');
}

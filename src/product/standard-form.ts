import type { StandardForm } from '../matching/model.js';
import { readBrand } from '../standardization/brand.js';
import { gtin14, readGtin } from '../standardization/gtin.js';
import { foldModelCode, isModelCode, modelCodeStem } from '../standardization/model-code.js';
import { withoutPlatformLists } from '../standardization/platform-list.js';
import { type ProductTitle, readProductTitle } from '../standardization/product-title.js';
import { choicesOf } from './alternatives.js';
import type { Product } from './attributes.js';
import { isRareWord } from './word-frequency.js';

/**
 * What is compared of products. All but `price` and `currency` are sets of folded texts. The store knows them by their
 * places: new ones go to the end.
 */
export const features = [
  /** GTINs in 14 digits. */
  'gtin',
  /** Other identifiers, as `type:value`. */
  'identifiers',
  /** The part number as given, folded. */
  'partNumber',
  /** Model codes and part numbers long enough to tell products apart alone. */
  'codes',
  /** Shorter ones. */
  'shortCodes',
  /** Codes, and parts of such as are written in parts, without the letters of their ending. */
  'stems',
  /** Every code that the record spells anywhere, description included. */
  'mentioned',
  /** The words of the title, but for lists of the platforms that it runs on. */
  'title',
  /** Where words of another record's title are sought: title, adjacent words joined, parts of codes, brand, model, size. */
  'text',
  /** Words of title and description that are not common in product texts, where there is a description. */
  'rareWords',
  'brand',
  /** The brand as given. */
  'namedBrand',
  /** The brand, or what stands where a title names it. */
  'lead',
  /** The numbers of the title, or `none`. */
  'numbers',
  /** Whether the title has numbers: `yes` or `no`. */
  'numbered',
  /** Quantities and versions that another record can contradict, as `key:value`. */
  'quantities',
  /** Choices of colour, edition, flavour and the like, as `kind:choice`. */
  'choices',
  /** The kinds of variant that titles seldom leave unsaid, as far as the record names them: edition, license, language, users; or `none`. */
  'variantKinds',
  'price',
  'currency',
] as const;

export type Feature = (typeof features)[number];

const LEAD_WORDS = 3;
/** How much of a text is read. */
const TEXT_LENGTH = 1000;
const DESCRIPTION_AS_TITLE = 100;
const CODE_LENGTH = 40;
const RARE_WORDS = 40;
const VARIANT_KINDS: ReadonlySet<string> = new Set(['edition', 'license', 'language', 'users']);
const GTIN_TYPES = /^(?:gtin|ean|upc|jan|isbn)/;
const CODE_TYPES = /^(?:mpn|model|part)/;

/** The standard form of a product. */
export function standardize(product: Product): StandardForm<Feature> {
  const title = readProductTitle(titleOf(product));
  const labels = readProductTitle(textOf(product.model, product.mpn, product.color, product.size, product.weight));
  const description = readProductTitle(textOf(product.description));
  const brand = brandOf(product, title);
  const codes = distinct([...title.codes, ...givenCodes(product)]);
  const words = withoutPlatformLists(title.words);
  const numbers = words.filter((word) => /^\d{1,4}(?:\.\d+)?$/.test(word));
  return present({
    gtin: gtinsOf(product, title),
    identifiers: otherIdentifiers(product),
    partNumber: foldModelCode(product.mpn ?? '').slice(0, CODE_LENGTH) || undefined,
    codes: codes.filter(isLongCode),
    shortCodes: codes.filter((code) => !isLongCode(code)),
    stems: [...stemsOf(codes), ...stemsOf(title.partialCodes).filter(isLongCode)],
    mentioned: [...codes, ...spacedCodes(title.words), ...description.codes],
    title: words,
    text: [...title.words, ...labels.words, ...brand, ...adjacent(title.words), ...codes, ...codes.flatMap(partsOf)],
    rareWords: rareWordsOf(title, description),
    brand,
    namedBrand: readBrand(textOf(product.brand, product.manufacturer)),
    lead: [...brand, ...title.words.slice(0, LEAD_WORDS)],
    numbers: numbers.length > 0 ? numbers : ['none'],
    numbered: numbers.length > 0 ? 'yes' : 'no',
    quantities: [...title.facts, ...labels.facts],
    choices: choicesIn(title, labels, description),
    variantKinds: variantKindsOf(title, labels),
    price: typeof product.price === 'number' && product.price > 0 ? product.price : undefined,
    currency: product.priceCurrency?.toUpperCase(),
  });
}

/** Short letters and a number that stand apart, joined where they read as one code: `rs 140` as `rs140`. */
export function spacedCodes(words: readonly string[]): readonly string[] {
  return words.slice(1).flatMap((word, i) => {
    const before = words[i] ?? '';
    return /^[a-z]{1,4}$/.test(before) && /^(?=.*\d)[a-z0-9]+$/.test(word) && isModelCode(before + word)
      ? [before + word]
      : [];
  });
}

/** Every two adjacent words written as one. */
export function adjacent(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, i) => `${words[i] ?? ''}${word}`);
}

function titleOf(product: Product): string {
  const { name, brand, model, mpn, description = '' } = product;
  return textOf(name) || textOf(brand, model, mpn) || description.slice(0, DESCRIPTION_AS_TITLE);
}

/** The brand as given, else what stands where titles name it. */
function brandOf({ brand, manufacturer }: Product, title: ProductTitle): readonly string[] {
  const given = readBrand(textOf(brand, manufacturer));
  return given.length > 0 ? given : title.words.slice(0, 1);
}

/** Model and part number as given: codes also without a digit, where they are labelled so. */
function givenCodes({ model = '', mpn = '', identifiers = {} }: Product): readonly string[] {
  const labelled = Object.entries(identifiers).flatMap(([type, value]) => (CODE_TYPES.test(type) ? [value] : []));
  const codes = [mpn, ...labelled].map(foldModelCode).filter((code) => code.length >= 4 && code.length <= CODE_LENGTH);
  const modelCode = foldModelCode(model);
  return /\d/.test(modelCode) && modelCode.length >= 3 && modelCode.length <= CODE_LENGTH
    ? [...codes, modelCode]
    : codes;
}

function stemsOf(codes: readonly string[]): readonly string[] {
  return codes.flatMap((code) => modelCodeStem(code) ?? []);
}

function isLongCode(code: string): boolean {
  return code.length >= 6;
}

function gtinsOf({ gtin, identifiers = {} }: Product, title: ProductTitle): readonly string[] {
  const labelled = Object.entries(identifiers).flatMap(([type, value]) => (GTIN_TYPES.test(type) ? [value] : []));
  const spelled = title.codes.filter((code) => /^\d{12,14}$/.test(code));
  return [gtin ?? '', ...labelled, ...spelled].flatMap((text) => readGtin(text) ?? []).map(gtin14);
}

function otherIdentifiers({ identifiers = {} }: Product): readonly string[] {
  return Object.entries(identifiers)
    .map(([type, value]) => [type.toLowerCase(), foldModelCode(value)] as const)
    .filter(([type, value]) => value !== '' && !GTIN_TYPES.test(type) && !CODE_TYPES.test(type))
    .map(([type, value]) => `${type}:${value}`);
}

/** Of a record with a description only: the title alone is compared already. */
function rareWordsOf(title: ProductTitle, description: ProductTitle): readonly string[] {
  if (description.words.length === 0) return [];
  return distinct([...title.words, ...description.words])
    .filter(isRareWord)
    .slice(0, RARE_WORDS);
}

/** Colours are also read from the description, which often names them alone. */
function choicesIn(title: ProductTitle, labels: ProductTitle, description: ProductTitle): readonly string[] {
  const choices = [...title.words, ...labels.words].flatMap(choicesOf);
  const colors = description.words.flatMap(choicesOf).filter((choice) => choice.startsWith('color:'));
  return [...choices, ...colors];
}

/** The kinds of variant that are named; `none` where it is none. */
function variantKindsOf(title: ProductTitle, labels: ProductTitle): readonly string[] {
  const statements = [...title.words, ...labels.words].flatMap(choicesOf).concat(title.facts, labels.facts);
  const kinds = statements.map((statement) => statement.split(':')[0] ?? '').filter((kind) => VARIANT_KINDS.has(kind));
  return kinds.length > 0 ? kinds : ['none'];
}

function partsOf(code: string): readonly string[] {
  return code.match(/[a-z]+|\d+/g) ?? [];
}

function textOf(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .join(' ')
    .slice(0, TEXT_LENGTH);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** The form without empty features, each set without repetition. */
function present(
  form: Readonly<Record<Feature, string | number | readonly string[] | undefined>>,
): StandardForm<Feature> {
  const entries = Object.entries(form).flatMap(([feature, value]) => {
    const kept = typeof value === 'object' ? distinct(value) : value;
    return kept === undefined || (typeof kept === 'object' && kept.length === 0) ? [] : [[feature, kept] as const];
  });
  return Object.fromEntries(entries);
}

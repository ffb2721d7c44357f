import anyAscii from 'any-ascii';
import { isModelCode } from './model-code.js';
import { quantity, readUnit, spacedUnits } from './quantity.js';

/** What a product title says, read word by word. */
export interface ProductTitle {
  /** Folded words in order: plural endings and punctuation off, numbers and quantities in one form. */
  readonly words: readonly string[];
  /** Model codes and part numbers, folded. */
  readonly codes: readonly string[];
  /** Parts of codes written in parts that are codes themselves: `sdv02gu1a` of `RP-SDV02GU1A`, where others leave out the rest. */
  readonly partialCodes: readonly string[];
  /** Statements that another title can contradict, as `key:value`: `storage:4000000000`, `version:3`. */
  readonly facts: readonly string[];
}

const ASCII = /^[\0-\x7f]*$/;
const TRADEMARKS = /[\u00ae\u2122\u00a9\u2120]|\((?:r|tm|c)\)/gi;
const WITH = /\bw\/(?=[a-z\s])/g;
const INCHES = /(\d)(?:\s?(?:''|")|-?in\b|\sin(?=\s*(?:[.,;)x]|$)))/g;
const DECIMAL_COMMA = new RegExp(`(\\d),(\\d{1,2})(?=\\s?(?:${spacedUnits})\\b)`, 'g');
const PACK_OF = /\b(?:pack|set|case|box|lot|bundle|pk) of (\d{1,4})\b/g;
const TIMES_QUANTITY = new RegExp(`\\b(\\d{1,3})\\s?x\\s?(\\d+(?:\\.\\d+)?)\\s?(${spacedUnits})\\b`, 'g');
const QUANTITY_TIMES = new RegExp(`\\b(\\d+(?:\\.\\d+)?)\\s?(${spacedUnits})\\s?x\\s?(\\d{1,3})\\b(?!\\.?\\d)`, 'g');
const SPACED_UNIT = new RegExp(
  `(?<![\\w.])(?!(?:19|20)\\d\\d\\s)(\\d+(?:\\.\\d+)?)[\\s-]{1,2}(?:(fl|cu|sq)\\.?\\s?)?(${spacedUnits})(?![\\w/])`,
  'g',
);
const SPACED_VERSION = /\b(?:v|ver|version|release)[.\s]{1,2}(\d)/g;
const CHUNK = /(?<![a-z0-9])'\d\d(?![a-z0-9'])|[a-z0-9]+(?:[.,'/_-][a-z0-9]+)*/g;
const CODE_PUNCTUATION = /[-/._']+/;
const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?:\.\d+)*$/;
const NUMBER_WITH_UNIT = /^(\d+(?:\.\d+)?)([a-z]+)$/;
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;
const VERSION = /^(?:v|ver|version)(\d+(?:\.\d+)*)$/;
const ROMAN: ReadonlyMap<string, string> = new Map(
  ['ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].map((roman, i) => [roman, String(i + 2)]),
);

/** Folds a title: compatibility forms, marks and case; punctuation stays. */
export function foldTitle(text: string): string {
  const plain = ASCII.test(text) ? text : anyAscii(text.replace(TRADEMARKS, ' ').normalize('NFKC'));
  return plain.toLowerCase().replace(TRADEMARKS, ' ');
}

/** Reads a product title, or any text written like one. */
export function readProductTitle(text: string): ProductTitle {
  const reader = new TitleReader();
  for (const chunk of gatherUnits(foldTitle(text)).match(CHUNK) ?? []) reader.read(chunk);
  return reader;
}

/** The plural ending of an English word taken off; other words as they are. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /\d|ss$|us$|is$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:sh|ch|x|o|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Writes numbers and their units, pack counts and versions as one word each: `12 fl. oz` as `12floz`. */
function gatherUnits(folded: string): string {
  if (!/\d/.test(folded)) return folded.replace(WITH, ' with ');
  return folded
    .replace(WITH, ' with ')
    .replace(DECIMAL_COMMA, '$1.$2')
    .replace(INCHES, '$1inch ')
    .replace(PACK_OF, '$1pack')
    .replace(TIMES_QUANTITY, '$1pack $2$3')
    .replace(QUANTITY_TIMES, '$1$2 $3pack')
    .replace(
      SPACED_UNIT,
      (_, number: string, prefix: string | undefined, unit: string) => number + (prefix ?? '') + unit,
    )
    .replace(SPACED_VERSION, ' v$1');
}

class TitleReader implements ProductTitle {
  readonly words: string[] = [];
  readonly codes: string[] = [];
  readonly partialCodes: string[] = [];
  readonly facts: string[] = [];

  read(chunk: string): void {
    const version = VERSION.exec(chunk)?.[1];
    const [, amount, name = ''] = NUMBER_WITH_UNIT.exec(chunk) ?? [];
    const unit = readUnit(name);
    if (chunk.startsWith("'")) this.number(`${Number(chunk.slice(1)) < 50 ? '20' : '19'}${chunk.slice(1)}`);
    else if (chunk.startsWith('802.11')) this.word(chunk.replace('.', ''));
    else if (NUMBER.test(chunk)) this.number(chunk);
    else if (version !== undefined) this.facts.push(`version:${this.number(version)}`);
    else if (amount !== undefined && unit) this.quantity(Number(amount), unit);
    else this.wordOrCode(chunk);
  }

  private number(text: string): string {
    const [, whole = text, fraction = ''] = NUMBER.exec(text) ?? [];
    const digits = whole.replace(/,/g, '');
    const decimals = fraction.replace(/0+$/, '');
    if (fraction === '' && isModelCode(digits)) this.codes.push(digits);
    const number = digits.replace(/^0+(?=\d)/, '') + (decimals && `.${decimals}`);
    this.words.push(number);
    return number;
  }

  private quantity(number: number, unit: Parameters<typeof quantity>[1]): void {
    const { amount, dimension } = quantity(number, unit);
    this.facts.push(`${dimension}:${String(amount)}`);
    // Lengths are often written without their unit, or with a mark that means feet or inches.
    this.words.push(dimension === 'length' ? String(number) : `${String(amount)}${dimension}`);
  }

  private wordOrCode(chunk: string): void {
    const joined = joinedCode(chunk);
    if (joined !== undefined) {
      this.codes.push(joined);
      this.partialCodes.push(...chunk.split(CODE_PUNCTUATION).filter(isModelCode));
      this.words.push(joined);
      return;
    }
    const bare = chunk.replace(/'s$/, '');
    const pieces = bare.split(/[.,'/_-]+/);
    if (pieces.length > 1) pieces.forEach((piece) => this.read(piece));
    else this.word(bare);
  }

  private word(word: string): void {
    if (isModelCode(word)) this.codes.push(word);
    this.words.push(ROMAN.get(word) ?? ORDINAL.exec(word)?.[1] ?? singular(word));
  }
}

/** The code that a chunk with inner punctuation spells, where its pieces do not read as words or alternatives. */
function joinedCode(chunk: string): string | undefined {
  if (!/[-/._]/.test(chunk) || !/\d/.test(chunk) || chunk.includes(',')) return undefined;
  const pieces = chunk.split(CODE_PUNCTUATION);
  if (
    pieces.some(
      (piece) => /^[a-z]{5,}$/.test(piece) || (NUMBER_WITH_UNIT.test(piece) && readUnit(piece.replace(/\d+/, ''))),
    )
  )
    return undefined;
  if (chunk.includes('/') && !/^[^/]*(?:[a-z][^/]*\d|\d[^/]*[a-z])/.test(chunk)) return undefined;
  const joined = pieces.join('');
  if (/^\d+$/.test(joined) && joined.length < 7) return undefined;
  return isModelCode(joined) ? joined : undefined;
}

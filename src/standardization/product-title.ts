import anyAscii from 'any-ascii';
import { isModelCode } from './model-code.js';
import { quantity, readUnit } from './quantity.js';

/** What a product title says, read word by word. */
export interface ProductTitle {
  /** Folded words in order: plural endings and punctuation off, numbers and quantities in one form. */
  readonly words: readonly string[];
  /** Model codes and part numbers, folded. */
  readonly codes: readonly string[];
  /** Statements that can contradict another title's, as `key:value`: `storage:4000000000`, `version:3`. */
  readonly facts: readonly string[];
}

const TRADEMARKS = /[\u00ae\u2122\u00a9\u2120]|\((?:r|tm|c)\)/gi;
const CHUNK = /(?<![a-z0-9])'\d\d(?![a-z0-9'"])|[a-z0-9]+(?:[.,'/_-][a-z0-9]+)*(?:"|'(?![a-z]))?/g;
const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
const NUMBER_WITH_UNIT = /^(\d+(?:\.\d+)?)-?([a-z]+)$/;
const VERSION = /^v(?:er|ersion)?\.?(\d+(?:\.\d+)*)$/;

/** Folds a title: compatibility forms, marks and case; punctuation stays. */
export function foldTitle(text: string): string {
  return anyAscii(text.replace(TRADEMARKS, ' ').normalize('NFKC')).toLowerCase();
}

/** Reads a product title, or any text written like one. */
export function readProductTitle(text: string): ProductTitle {
  const reader = new TitleReader();
  const chunks = foldTitle(text).match(CHUNK) ?? [];
  for (let i = 0; i < chunks.length;) i += reader.read(chunks[i] ?? '', chunks[i + 1]);
  return reader;
}

/** The plural ending of an English word taken off; other words as they are. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /\d|ss$|us$|is$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:sh|ch|x|o|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

class TitleReader implements ProductTitle {
  readonly words: string[] = [];
  readonly codes: string[] = [];
  readonly facts: string[] = [];

  /** @returns how many chunks were used. */
  read(chunk: string, next: string | undefined): number {
    const inch = chunk.endsWith('"');
    const bare = chunk.replace(/^'|["']$/g, '');
    if (chunk.startsWith("'")) return this.number(`${Number(bare) < 50 ? '20' : '19'}${bare}`);
    const version = VERSION.exec(bare);
    if (version?.[1]) return this.version(version[1]);
    if (/^v(?:er|ersion)?$/.test(bare) && next && NUMBER.test(next)) return this.version(next) + 1;
    if (NUMBER.test(bare)) return this.numberOrQuantity(bare, inch ? 'in' : chunk === bare ? next : undefined);
    const parts = NUMBER_WITH_UNIT.exec(bare);
    const unit = parts?.[2] === undefined ? undefined : readUnit(parts[2]);
    if (parts?.[1] && unit) return this.quantity(parts[1], unit);
    return this.wordOrCode(bare);
  }

  private numberOrQuantity(text: string, next: string | undefined): number {
    const unit = next === undefined ? undefined : readUnit(next.replace(/[.'-]/g, ''));
    if (unit && next !== undefined) return this.quantity(text.replace(/,/g, ''), unit) + (next === 'in' ? 0 : 1);
    return this.number(text);
  }

  private number(text: string): number {
    const [, whole = text, fraction = ''] = NUMBER.exec(text) ?? [];
    const digits = whole.replace(/,/g, '');
    const decimals = fraction.replace(/0+$/, '');
    if (fraction === '' && isModelCode(digits)) this.codes.push(digits);
    this.words.push(decimals ? `${digits}.${decimals}` : digits.replace(/^0+(?=\d)/, ''));
    return 1;
  }

  private version(text: string): number {
    this.number(text);
    this.facts.push(`version:${this.words.at(-1) ?? ''}`);
    return 1;
  }

  private quantity(
    text: string,
    unit: { dimension: Parameters<typeof quantity>[1]['dimension']; factor: number },
  ): number {
    const { amount, dimension } = quantity(Number(text), unit);
    this.facts.push(`${dimension}:${String(amount)}`);
    this.words.push(dimension === 'length' ? String(Number(text)) : `${String(amount)}${dimension}`);
    return 1;
  }

  private wordOrCode(text: string): number {
    const joined = joinedCode(text);
    if (joined) {
      this.codes.push(joined);
      this.words.push(joined);
      return 1;
    }
    for (const piece of text.replace(/'s$/, '').split(/[.,'/_-]+/)) {
      if (isModelCode(piece)) this.codes.push(piece);
      if (piece) this.words.push(singular(piece));
    }
    return 1;
  }
}

/** The code that a chunk with inner punctuation spells, where its pieces do not read as words or alternatives. */
function joinedCode(chunk: string): string | undefined {
  if (!/[-/._]/.test(chunk) || !/\d/.test(chunk) || chunk.includes(',')) return undefined;
  const pieces = chunk.split(/[-/._']+/);
  if (pieces.some((piece) => /^[a-z]{5,}$/.test(piece))) return undefined;
  if (chunk.includes('/') && !/^[^/]*(?:[a-z][^/]*\d|\d[^/]*[a-z])/.test(chunk)) return undefined;
  const joined = pieces.join('');
  if (/^\d+$/.test(joined) && joined.length < 7) return undefined;
  return isModelCode(joined) ? joined : undefined;
}

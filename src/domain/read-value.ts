import { readDate } from '../standardization/date.js';
import { foldEmail, readEmail } from '../standardization/email.js';
import { readGtin } from '../standardization/gtin.js';
import { readCurrency, readPrice } from '../standardization/money.js';
import { isPlaceholderDate, isPlaceholderMailbox, isPlaceholderNumber } from '../standardization/placeholder.js';
import { readTelephone, telephoneDigits } from '../standardization/telephone.js';
import type { Attribute } from './attribute.js';
import type { StandardizationContext } from './domain.js';

/**
 * A single text as read by its kind. `value` is absent where it could not be read, `currency` only beside a price. A value that
 * systems give for want of one (`test@test.com`, `1900-01-01`) has a `problem` too.
 */
export interface Reading {
  readonly value?: string | number;
  readonly currency?: string;
  /** Why it could not be read, or tells nothing. */
  readonly problem?: string;
}

/** Reads one clean, non-blank text by the kind of its attribute. */
export function readValue(text: string, attribute: Attribute, context: StandardizationContext): Reading {
  switch (attribute.kind) {
    case 'date':
      return telling(readDate(text, context.defaultRegion), 'is not a date that exists', (date) =>
        isPlaceholderDate(date.replaceAll('-', '')),
      );
    case 'email':
      return telling(readEmail(text), 'is not an e-mail address', (email) =>
        isPlaceholderMailbox(foldEmail(email).local),
      );
    case 'telephone':
      return telling(readTelephone(text, context.defaultRegion), telephoneProblem(context), (telephone) =>
        isPlaceholderNumber(telephoneDigits(telephone).slice(-10)),
      );
    case 'gtin':
      return reading(readGtin(text), 'is not a GTIN with a valid check digit');
    case 'currency':
      return reading(readCurrency(text), 'is not a currency');
    case 'price':
      return readAmount(text);
    case 'url':
      return reading(isUrl(text) ? text : undefined, 'is not a web address');
    case 'choice':
      return choose(text, attribute.choices);
    default:
      return { value: text };
  }
}

function readAmount(text: string): Reading {
  const price = readPrice(text);
  return price ? { value: price.price, currency: price.currency } : { problem: 'is not a price' };
}

function choose(text: string, choices: readonly string[] = []): Reading {
  return reading(readChoice(text, choices), `is none of ${choices.join(', ')}`);
}

function reading(value: string | undefined, problem: string): Reading {
  return value === undefined ? { problem } : { value };
}

function telling(value: string | undefined, problem: string, isPlaceholder: (value: string) => boolean): Reading {
  if (value === undefined) return { problem };
  return isPlaceholder(value) ? { value, problem: 'is a placeholder, which stands for no value' } : { value };
}

function telephoneProblem({ defaultRegion }: StandardizationContext): string {
  return defaultRegion
    ? 'is not a possible telephone number'
    : 'is not a telephone number that can be read without a default region';
}

/** A choice by its name or an unambiguous beginning of it, in any case: `P` and `PERSON` for `person`. */
function readChoice(text: string, choices: readonly string[]): string | undefined {
  const folded = text.toLowerCase();
  const exact = choices.find((choice) => choice.toLowerCase() === folded);
  if (exact !== undefined) return exact;
  const beginning = choices.filter((choice) => choice.toLowerCase().startsWith(folded));
  return beginning.length === 1 ? beginning[0] : undefined;
}

function isUrl(text: string): boolean {
  if (text.includes(' ') || !text.includes('.')) return false;
  return URL.canParse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
}

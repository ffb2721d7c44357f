import { monthOf, isWeekdayOrFiller } from './month-name.js';

/** Regions that write the month before the day. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'PH', 'PR', 'GU', 'VI', 'AS', 'MP', 'FM', 'MH', 'PW']);
const EARLIEST_YEAR = 1500;
const LATEST_YEAR = 2199;
/** Two-digit years below this are of the 21st century. Fixed, so that a date reads the same whenever it is read. */
const CENTURY_PIVOT = 30;

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/;
const TIME = /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const NUMERIC = /^(\d{1,4})\s*([-/.\s])\s*(\d{1,4})(?:\s*[-/.\s]\s*(\d{1,4}))?$/;

/**
 * Reads a date in the formats that people and systems write, whole or partial (year and month, year; `00` for an
 * unknown month or day), with or without a time. An order of day and month that the text leaves open is read by the
 * region: month first in the United States and its like, else day first; where only one reading exists, that one.
 *
 * @param region ISO 3166-1 alpha-2
 * @returns ISO 8601 `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `undefined` where there is no such date.
 */
export function readDate(text: string, region?: string): string | undefined {
  const iso = ISO.exec(text);
  if (iso) return compose(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const trimmed = text.trim().replace(TIME, '');
  const monthFirst = region !== undefined && MONTH_FIRST.has(region.toUpperCase());
  if (/^\d+$/.test(trimmed)) return readDigits(trimmed, monthFirst);
  const numeric = NUMERIC.exec(trimmed);
  if (numeric) return readNumeric(numeric, monthFirst);
  return readWithMonthName(trimmed);
}

function readDigits(digits: string, monthFirst: boolean): string | undefined {
  const part = (start: number, end: number) => Number(digits.slice(start, end));
  switch (digits.length) {
    case 4:
      return compose(part(0, 4), 0, 0);
    case 6:
      return compose(part(0, 4), part(4, 6), 0);
    case 8:
      return compose(part(0, 4), part(4, 6), part(6, 8)) ?? dayAndMonth(part(0, 2), part(2, 4), part(4, 8), monthFirst);
    default:
      return undefined;
  }
}

function readNumeric(parts: RegExpExecArray, monthFirst: boolean): string | undefined {
  const [, first = '', separator, second = '', third] = parts;
  if (third === undefined) {
    if (first.length === 4) return compose(Number(first), Number(second), 0);
    return second.length === 4 ? compose(Number(second), Number(first), 0) : undefined;
  }
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (second.length > 2) return undefined;
  if (first.length === 4) return compose(a, b, c) ?? compose(a, c, b);
  if (third.length === 4) return dayAndMonth(a, b, c, monthFirst && separator !== '.');
  if (first.length > 2 || third.length !== 2) return undefined;
  if (a > 31) return compose(fullYear(a), b, c);
  return dayAndMonth(a, b, fullYear(c), monthFirst && separator !== '.');
}

/** A day and a month in the order of the region, or in the other one where only that exists. */
function dayAndMonth(first: number, second: number, year: number, monthFirst: boolean): string | undefined {
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return compose(year, month, day) ?? compose(year, day, month);
}

function readWithMonthName(text: string): string | undefined {
  const words = text.split(/[\s,./-]+|(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/iu).filter((word) => word !== '');
  if (words.length > 8) return undefined;
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word));
  const names = words.filter((word) => !/^\d{1,4}$/.test(word) && !isWeekdayOrFiller(word));
  const month = names.length === 1 ? monthOf(names[0] ?? '') : undefined;
  return month === undefined ? undefined : readAroundMonth(numbers, month);
}

/** The year, or the day and the year in either order, beside a month's name. */
function readAroundMonth(numbers: readonly string[], month: number): string | undefined {
  const [first = '', second = ''] = numbers;
  if (numbers.length === 1) return first.length === 4 ? compose(Number(first), month, 0) : undefined;
  if (numbers.length !== 2) return undefined;
  const [day, year] = first.length === 4 ? [second, first] : [first, second];
  if (day.length > 2) return undefined;
  return compose(year.length === 4 ? Number(year) : fullYear(Number(year)), month, Number(day));
}

function fullYear(twoDigits: number): number {
  return twoDigits >= 100 ? Number.NaN : twoDigits + (twoDigits < CENTURY_PIVOT ? 2000 : 1900);
}

/** The ISO date of its parts, a 0 for an unknown one; `undefined` where the calendar has no such date. */
function compose(year: number, month: number, day: number): string | undefined {
  if (!(year >= EARLIEST_YEAR && year <= LATEST_YEAR) || month > 12) return undefined;
  if (month === 0) return day === 0 ? String(year) : undefined;
  if (day === 0) return `${year}-${twoDigits(month)}`;
  return day <= daysIn(year, month) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

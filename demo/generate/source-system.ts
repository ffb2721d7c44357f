/** The three systems that the generated records come from. */
export const sourceNames = ['crm', 'erp', 'shop'] as const;
export type SourceName = (typeof sourceNames)[number];

/** A record as its source would send it, and the truth that is kept beside it. */
export interface GeneratedRecord {
  readonly source: SourceName;
  readonly sourceId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly observedAt: string;
  /** The number of the real customer or product that this record is of. */
  readonly entity: number;
}

/** Ids as each system gives them: serial, and telling nothing of what the record is of. */
export function sourceIdOf(source: SourceName, serial: number): string {
  if (source === 'crm') return `C-${100_001 + serial}`;
  if (source === 'erp') return String(10_000_000 + serial);
  return `u${(Math.imul(serial + 1, 0x9e3779b1) >>> 0).toString(36)}`;
}

const newest = Date.UTC(2026, 2, 1);
const dayLength = 86_400_000;

/** The time this many days before the newest record of all. */
export function daysAgo(days: number): string {
  return new Date(newest - Math.round(days * dayLength)).toISOString();
}

/**
 * Every number below `count` once, in an order of the source's own, without holding them: a multiplicative walk.
 * @param salt changes the order
 */
export function* shuffled(count: number, salt: number): Generator<number> {
  let step = Math.max(1, Math.floor(count * (0.38 + 0.11 * salt)));
  while (greatestCommonDivisor(step, count) !== 1) step += 1;
  for (let position = 0; position < count; position += 1) yield (position * step + salt) % count;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

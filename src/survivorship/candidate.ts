import type { AttributeKind, AttributeValue } from '../domain/attribute.js';
import { exactKey, foldedKey, sameExactly, textsOf, valuesOf } from './value-key.js';

/** A record that takes part in survivorship. */
export interface Member {
  readonly source: string;
  readonly sourceId: string;
  /** Of the source, in [0, 1]. */
  readonly trust: number;
  /** ISO 8601. */
  readonly observedAt: string;
  readonly canonical: Readonly<Record<string, AttributeValue | undefined>>;
  /** Attributes whose value could not be read. */
  readonly flagged: readonly string[];
}

/** Attributes that survive together: one, or those of a group. */
export interface Unit {
  readonly attributes: readonly { readonly name: string; readonly kind: AttributeKind }[];
}

/** What one record offers for a unit, measured as strategies ask. A measure that cannot be taken is NaN. */
export class Candidate {
  readonly flagged: boolean;
  private knownKeys: readonly string[] | undefined;
  private knownTime: number | undefined;

  constructor(
    readonly member: Member,
    private readonly unit: Unit,
  ) {
    const { flagged } = member;
    this.flagged = flagged.length > 0 && unit.attributes.some(({ name }) => flagged.includes(name));
  }

  /** When the record was observed, in milliseconds. */
  get time(): number {
    this.knownTime ??= Date.parse(this.member.observedAt);
    return this.knownTime;
  }

  /** Length of the text, of several values the longest or shortest. */
  length(of: 'longest' | 'shortest'): number {
    const pick = of === 'longest' ? Math.max : Math.min;
    return this.sum((value) => pick(...valuesOf(value).map((one) => textsOf(one).join('').length)));
  }

  /** The place of the earliest of some texts and numbers that its first attribute holds, from 0; infinite for none of them. */
  placeIn(order: ReadonlyMap<string, number>): number {
    const value = this.firstValue();
    const keys = value === undefined ? [] : valuesOf(value).map(foldedKey);
    return Math.min(...keys.map((key) => order.get(key) ?? Infinity));
  }

  /** How much of the unit is there: attributes, parts of a group, the year, month and day of a date. */
  get completeness(): number {
    return this.sum((value, kind) => Math.max(...valuesOf(value).map((one) => partsOf(one, kind))));
  }

  /** The number that the unit's first attribute holds. */
  get quantity(): number {
    const value = this.firstValue();
    return typeof value === 'number' ? value : Number.NaN;
  }

  /** The text that the unit's first attribute holds. */
  get text(): string | undefined {
    const value = this.firstValue();
    return value === undefined ? undefined : exactKey(value);
  }

  /** By what its values count as the same as others', of a group all in one. */
  get keys(): readonly string[] {
    this.knownKeys ??= this.foldedKeys();
    return this.knownKeys;
  }

  /** Whether both offer the same to the character. */
  offersSameAs(other: Candidate): boolean {
    for (const { name } of this.unit.attributes) {
      const one = this.value(name);
      const another = other.value(name);
      if (one === undefined || another === undefined ? one !== another : !sameExactly(one, another)) return false;
    }
    return true;
  }

  /** What the record holds of an attribute, undefined where that is nothing. */
  value(attribute: string): AttributeValue | undefined {
    return heldValue(this.member, attribute);
  }

  private firstValue(): AttributeValue | undefined {
    const [first] = this.unit.attributes;
    return first && this.value(first.name);
  }

  private foldedKeys(): readonly string[] {
    const keys = this.unit.attributes.map(({ name }) => valuesOf(this.value(name) ?? []).map(foldedKey));
    const [own = []] = keys;
    return keys.length === 1 ? own : [keys.map((several) => several.sort().join('\n')).join('\t')];
  }

  private sum(measure: (value: AttributeValue, kind: AttributeKind) => number): number {
    let total = 0;
    for (const { name, kind } of this.unit.attributes) {
      const value = this.value(name);
      if (value !== undefined) total += measure(value, kind);
    }
    return total;
  }
}

/** What a record holds of an attribute, undefined where that is nothing: an empty text, list or group. */
export function heldValue({ canonical }: Member, attribute: string): AttributeValue | undefined {
  const value = canonical[attribute];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'object') return value;
  const isEmpty = Array.isArray(value) ? value.length === 0 : isEmptyGroup(value);
  return isEmpty ? undefined : value;
}

function isEmptyGroup(group: object): boolean {
  for (const part in group) if (Object.hasOwn(group, part)) return false;
  return true;
}

function partsOf(value: AttributeValue, kind: AttributeKind): number {
  if (typeof value === 'object') return Object.keys(value).length;
  return kind === 'date' && typeof value === 'string' ? datePartsOf(value) : 1;
}

/** 3 of a whole ISO date, 2 of a year and month, 1 of a year, 0 of what is no date. */
function datePartsOf(date: string): number {
  return /^\d{4}(-\d{2}){0,2}$/.test(date) ? date.split('-').length : 0;
}

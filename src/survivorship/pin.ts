import type { AttributeValue, Value } from '../domain/attribute.js';
import type { Member } from './candidate.js';
import { foldedKey, valuesOf } from './value-key.js';

/** What a steward has said of one attribute of a golden record. */
export interface Pin {
  readonly id: string;
  readonly attribute: string;
  /** When it was said, ISO 8601. */
  readonly createdAt: string;
  /** The value that the attribute has. */
  readonly value?: AttributeValue;
  /** Values that it must not have, apart from case, white space and punctuation. */
  readonly ignored?: readonly Value[];
}

/** A pin that gives a value. */
export interface ValuePin extends Pin {
  readonly value: AttributeValue;
}

/** What the pins of one golden record come to. */
export interface PinsInForce {
  /** By attribute, the pin that gives its value. */
  readonly values: ReadonlyMap<string, ValuePin>;
  /** By attribute, the keys of the values that it must not have. */
  readonly ignored: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * What pins come to where several are on one golden record, as after a merge. The newest counts: of values the newest, unless
 * a newer pin ignores it. What any of them ignores is ignored. The same in whatever order they come.
 */
export function pinsInForce(pins: readonly Pin[]): PinsInForce {
  const values = new Map<string, ValuePin>();
  const ignored = new Map<string, Set<string>>();
  for (const pin of pins.toSorted(newestFirst)) {
    const known = ignored.get(pin.attribute) ?? new Set();
    if (isValuePin(pin) && !values.has(pin.attribute) && !valuesOf(pin.value).some((one) => known.has(foldedKey(one))))
      values.set(pin.attribute, pin);
    for (const value of pin.ignored ?? []) known.add(foldedKey(value));
    if (known.size > 0) ignored.set(pin.attribute, known);
  }
  return { values, ignored };
}

/** A record without the values that are ignored. */
export function withoutIgnored(member: Member, ignored: PinsInForce['ignored']): Member {
  const canonical = { ...member.canonical };
  let changed = false;
  for (const [attribute, keys] of ignored) {
    const value = canonical[attribute];
    if (value === undefined) continue;
    const kept = valuesOf(value).filter((one) => !keys.has(foldedKey(one)));
    if (kept.length === valuesOf(value).length) continue;
    canonical[attribute] = kept;
    changed = true;
  }
  return changed ? { ...member, canonical } : member;
}

function isValuePin(pin: Pin): pin is ValuePin {
  return pin.value !== undefined;
}

function newestFirst(x: Pin, y: Pin): number {
  if (x.createdAt !== y.createdAt) return x.createdAt < y.createdAt ? 1 : -1;
  return x.id < y.id ? 1 : -1;
}

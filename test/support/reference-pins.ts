import type { AttributeValue, CanonicalRecord, Value } from '../../src/domain/attribute.js';
import type { Pin } from '../../src/survivorship/pin.js';
import { foldedKey, valuesOf } from '../../src/survivorship/value-key.js';
import { byName, type ReferenceRecord } from './reference-record.js';

/** A pin as the reference holds it. */
interface ReferencePin {
  readonly pin: Pin;
  /** The records that were pinned, in the order in which they bear the pin. */
  readonly anchors: readonly ReferenceRecord[];
}

/** What a steward says of an attribute, as the request says it. */
export interface Said {
  readonly value?: unknown;
  readonly ignore?: readonly unknown[];
}

/** What only the service knows of a pin that it made. */
type MadePin = Pick<Pin, 'id' | 'attribute' | 'createdAt'>;

/** The pins that stand, and where: each on the first of its anchors that is not withdrawn. */
export class ReferencePins {
  private standing: readonly ReferencePin[] = [];

  /** @param read reads values into canonical ones */
  constructor(private readonly read: (data: ReferenceRecord['data']) => CanonicalRecord) {}

  /** Pins an attribute of the golden record that the records make up, in the place of the pins of it that are there. */
  put(records: readonly ReferenceRecord[], made: MadePin, said: Said): void {
    const { id, attribute, createdAt } = made;
    this.withdraw(records, attribute);
    const value = this.held({ [attribute]: said.value }, attribute);
    const ignored = said.ignore?.flatMap((one) => this.values({ [attribute]: one }, attribute));
    const pin = { id, attribute, createdAt, ...(value !== undefined && { value }), ...(ignored && { ignored }) };
    const spokenOf = new Set([...(value === undefined ? [] : valuesOf(value)), ...(ignored ?? [])].map(foldedKey));
    const holds = (record: ReferenceRecord) =>
      this.values(record.data, attribute).some((one) => spokenOf.has(foldedKey(one)));
    const inOrder = records.toSorted(byName);
    const anchors = [...inOrder.filter(holds), ...inOrder.filter((record) => !holds(record))];
    this.standing = [...this.standing, { pin, anchors }];
  }

  /** Takes back what is pinned of an attribute of the golden record that the records make up. */
  withdraw(records: readonly ReferenceRecord[], attribute: string): void {
    const ended = this.on(records).filter((pin) => pin.attribute === attribute);
    this.standing = this.standing.filter(({ pin }) => !ended.includes(pin));
  }

  /** The pins on the golden record that the records make up. */
  on(records: readonly ReferenceRecord[]): readonly Pin[] {
    return this.standing.flatMap(({ pin, anchors }) => {
      const bearer = anchors.find(({ data }) => data !== undefined);
      return bearer && records.includes(bearer) ? [pin] : [];
    });
  }

  private values(data: ReferenceRecord['data'], attribute: string): readonly Value[] {
    return valuesOf(this.held(data, attribute) ?? []);
  }

  private held(data: ReferenceRecord['data'], attribute: string): AttributeValue | undefined {
    return this.read(data)[attribute];
  }
}

import fc from 'fast-check';

/** One thing that happens. Records and golden records are named by slots: which record of which source. */
export type Happening =
  /** A source sends a record, once or again and again; none withdraws it. */
  | {
      readonly kind: 'send';
      readonly slot: number;
      readonly data: Readonly<Record<string, string>> | null;
      readonly times: number;
    }
  /** A steward merges the golden records of two slots, or splits a slot's record off from its own. */
  | { readonly kind: 'merge'; readonly slot: number; readonly with: number }
  | { readonly kind: 'split'; readonly slot: number }
  /** A steward takes one of the standing decisions back. */
  | { readonly kind: 'revoke'; readonly pick: number }
  /** Jobs come again, or are gone. */
  | { readonly kind: 'jobs'; readonly copies: number }
  /** A worker process is killed with -9, and another one started. */
  | { readonly kind: 'kill'; readonly worker: number };

export const slots = 12;
const sources = ['crm', 'shop', 'erp'];

/** The record of a slot. `round` keeps the records of one run apart from those of another. */
export function recordOf(slot: number, round: number): { readonly source: string; readonly sourceId: string } {
  return { source: sources[slot % sources.length] ?? '', sourceId: `${round}-${slot}` };
}

/** Few people who resemble each other, so that records join, leave and bridge golden records all the time. */
const person = fc
  .record({
    givenName: fc.constantFrom('Robert', 'Bob', 'Roberta', 'Anna', 'Anne'),
    familyName: fc.constantFrom('Schneider', 'Snyder', 'Okonkwo'),
    birthDate: fc.constantFrom('', '1971-06-24', '1971-06-25', '1971-24-06', '1980-02-29'),
    email: fc.constantFrom('', 'r.schneider@example.org', 'anna.o@example.com'),
    telephone: fc.constantFrom('', '+14155550132', '+442079460958'),
    jobTitle: fc.constantFrom('', 'Analyst', 'Baker', 'Cook'),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')));

const slot = fc.nat(slots - 1);

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      slot,
      data: fc.option(person, { freq: 6 }),
      times: fc.constantFrom(1, 1, 1, 3),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const), slot, with: slot }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('split' as const), slot }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('revoke' as const), pick: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('jobs' as const), copies: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const), worker: fc.nat(1) }) },
);

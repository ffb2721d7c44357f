import { customerEntity, type Kin } from './customer-entity.js';
import { customerForms } from './customer-forms.js';
import { asKnown, type Habits } from './mistakes.js';
import type { Party } from './party.js';
import { Random } from './random.js';
import { daysAgo, type GeneratedRecord, shuffled, sourceIdOf, sourceNames, type SourceName } from './source-system.js';

/** What a generated population is made from: the same seed and count give the same records. */
export interface Population extends Kin {
  readonly seed: number;
  /** How many records there shall be over all sources, about. */
  readonly records: number;
  /** How likely a clerk enters the address of the desk where no e-mail address is known; never, unless it is said. */
  readonly deskAddresses?: number;
}

const recordsPerCustomer = 1.6;
const presenceKey = 11;
const recordKey = 12;
const deskKey = 13;

const desks = ['counter', 'walkin', 'guest', 'kasse'];

/** How likely a system holds a customer, and that it holds it a second time. */
const presence: Readonly<Record<SourceName, { held: number; twice: number }>> = {
  crm: { held: 0.55, twice: 0.07 },
  erp: { held: 0.4, twice: 0 },
  shop: { held: 0.42, twice: 0.1 },
};

const habits: Readonly<Record<SourceName, Habits>> = {
  crm: {
    known: {
      middle: 0.5,
      born: 0.72,
      email: 0.78,
      mobile: 0.7,
      landLine: 0.7,
      address: 0.92,
      jobTitle: 0.7,
      title: 0.6,
    },
    typo: 0.05,
    nickname: 0.12,
    swap: 0.015,
  },
  erp: {
    known: { born: 0.45, email: 0.4, mobile: 0.55, landLine: 0.6, address: 0.98, taxNumber: 0.6 },
    typo: 0.03,
    nickname: 0.02,
    swap: 0.01,
  },
  shop: {
    known: { middle: 0.4, born: 0.4, email: 0.97, mobile: 0.75, landLine: 0.3, address: 0.93 },
    typo: 0.07,
    nickname: 0.2,
    swap: 0.02,
  },
};

/** The customer records of one source, in that source's order, made one at a time. */
export function* customerRecords(population: Population, source: SourceName): Generator<GeneratedRecord> {
  const customers = Math.max(1, Math.round(population.records / recordsPerCustomer));
  let serial = 0;
  // A second record of the same one comes long after the first.
  for (const copy of [0, 1]) {
    for (const entity of shuffled(customers, sourceNames.indexOf(source) + 1)) {
      if (copy >= copies(population.seed, entity, source)) continue;
      yield customerRecord(population, entity, source, copy, serial);
      serial += 1;
    }
  }
}

/** Every customer is in one system at least. */
function copies(seed: number, entity: number, source: SourceName): number {
  const random = new Random(seed, presenceKey, entity);
  const counts = sourceNames.map((name) => {
    const held = random.chance(presence[name].held);
    return [name, Number(held) + Number(random.chance(presence[name].twice) && held)] as const;
  });
  const fallback = random.pick(sourceNames);
  if (counts.every(([, count]) => count === 0)) return Number(source === fallback);
  return counts.find(([name]) => name === source)?.[1] ?? 0;
}

function customerRecord(
  population: Population,
  entity: number,
  source: SourceName,
  copy: number,
  serial: number,
): GeneratedRecord {
  const { seed } = population;
  const random = new Random(seed, recordKey, entity, sourceNames.indexOf(source), copy);
  const { current, previous, changedDaysAgo } = customerEntity(seed, entity, population);
  const stale = previous !== undefined && random.chance(0.4);
  const age = stale ? changedDaysAgo + 1 + random.next() * 700 : random.next() * changedDaysAgo;
  const known = asKnown(random, stale ? previous : current, current, habits[source]);
  return {
    source,
    sourceId: sourceIdOf(source, serial),
    data: customerForms[source](random, withDesk(population, known, source, serial)),
    observedAt: daysAgo(age),
    entity,
  };
}

/** The customer with the address of one of the desks of the house, where a clerk had no other to enter. */
function withDesk({ seed, deskAddresses = 0 }: Population, party: Party, source: SourceName, serial: number): Party {
  const random = new Random(seed, deskKey, sourceNames.indexOf(source), serial);
  if (party.email !== undefined || !random.chance(deskAddresses)) return party;
  return { ...party, email: `${random.pick(desks)}@riverside.example` };
}

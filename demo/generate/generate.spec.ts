import { customerEntity } from './customer-entity.js';
import { customerRecords } from './customers.js';
import { gtinOf, productEntity } from './product-entity.js';
import { productRecords } from './products.js';
import { Random, Weighted } from './random.js';
import { type GeneratedRecord, shuffled, sourceIdOf, sourceNames } from './source-system.js';

const population = { seed: 7, records: 3_000 };
const makers = { customers: customerRecords, products: productRecords };

function all(make: typeof customerRecords, seed = population.seed, records = population.records): GeneratedRecord[] {
  return sourceNames.flatMap((source) => [...make({ seed, records }, source)]);
}

describe.each(Object.entries(makers))('generated %s', (_name, make) => {
  const records = all(make);

  it('are the same for the same seed and others for another', () => {
    expect(all(make)).toEqual(records);
    expect(all(make, 8)).not.toEqual(records);
  });

  it('are about as many as asked for, of fewer entities', () => {
    expect(records.length).toBeGreaterThan(2_850);
    expect(records.length).toBeLessThan(3_150);
    const entities = new Set(records.map(({ entity }) => entity));
    const each = records.length / entities.size;
    expect(each).toBeGreaterThan(1.3);
    expect(each).toBeLessThan(2);
  });

  it('have ids that are unique in their source', () => {
    expect(new Set(records.map(({ source, sourceId }) => `${source} ${sourceId}`)).size).toBe(records.length);
  });

  it('hold an entity at most once in the source that says so', () => {
    const entities = records.filter(({ source }) => source === 'erp').map(({ entity }) => entity);
    expect(new Set(entities).size).toBe(entities.length);
  });

  it('carry times and survive JSON', () => {
    for (const record of records.slice(0, 200)) {
      expect(new Date(record.observedAt).toISOString()).toBe(record.observedAt);
      expect(Object.values(record.data).some((value) => value !== '' && value !== null)).toBe(true);
    }
  });
});

it('makes a record without making those before it', () => {
  const stream = customerRecords({ seed: 1, records: 1_000_000_000 }, 'crm');
  expect(stream.next().value).toMatchObject({ source: 'crm', sourceId: 'C-100001' });
});

it('makes owners and their firms where it is asked to, which share a name and an address', () => {
  for (let number = 0; number < 200; number += 2) {
    const owner = customerEntity(7, number, { familyFirms: 1 }).current;
    const firm = customerEntity(7, number + 1, { familyFirms: 1 }).current;
    expect(firm).toMatchObject({ type: 'organization', address: owner.address });
    expect(firm.name).toContain(owner.family);
  }
});

it('makes twins where it is asked to, born on one day under one roof and of two names', () => {
  for (let number = 0; number < 200; number += 2) {
    const elder = customerEntity(7, number, { twins: 1 }).current;
    const younger = customerEntity(7, number + 1, { twins: 1 }).current;
    expect(younger).toMatchObject({ type: 'person', family: elder.family, born: elder.born, address: elder.address });
    expect(younger.given).not.toBe(elder.given);
  }
});

it('lets clerks enter the address of a desk where it is asked to, for want of another', () => {
  const written = (deskAddresses: number): string[] =>
    [...customerRecords({ seed: 7, records: 1_000, deskAddresses }, 'erp')].map(({ data }) => String(data.SMTP));
  const [without, desks] = [written(0), written(1)];
  expect(without).toContain('');
  expect(desks.map((email) => email.endsWith('@riverside.example'))).toEqual(without.map((email) => email === ''));
});

it('makes different products of different numbers', () => {
  const products = Array.from({ length: 4_000 }, (_, number) => productEntity(3, number));
  expect(new Set(products.map(({ gtin }) => gtin)).size).toBe(4_000);
  const variants = new Set(
    products.map(({ model, brand, capacity, colour }) => [brand, model, capacity, colour.name].join()),
  );
  expect(variants.size).toBe(4_000);
});

it('gives a GTIN its check digit', () => {
  for (const gtin of [gtinOf(0, 0), gtinOf(3, 1_234_567)]) {
    const sum = [...gtin].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
    expect(gtin).toHaveLength(13);
    expect(sum % 10).toBe(0);
  }
});

it.each([1, 2, 3, 10, 997, 3_000])('shuffles %i numbers without loss', (count) => {
  for (const salt of [1, 2, 3]) {
    expect([...shuffled(count, salt)].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at));
  }
});

it('gives the shop distinct ids', () => {
  const ids = Array.from({ length: 50_000 }, (_, serial) => sourceIdOf('shop', serial));
  expect(new Set(ids).size).toBe(50_000);
});

it('draws evenly, and by weight where weights are given', () => {
  const random = new Random(1, 2, 3);
  const numbers = Array.from({ length: 20_000 }, () => random.next());
  expect(numbers.reduce((sum, number) => sum + number, 0) / 20_000).toBeCloseTo(0.5, 1);
  const weighted = new Weighted(['often', 'seldom'], [9, 1]);
  const often = numbers.filter(() => weighted.draw(random) === 'often').length;
  expect(often / 20_000).toBeCloseTo(0.9, 1);
});

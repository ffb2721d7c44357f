import fc from 'fast-check';
import { canonicalize } from '../domain/canonicalize.js';
import type { StandardForm } from '../matching/model.js';
import { compileModel } from '../matching/score.js';
import { customer } from './customer.js';

const model = compileModel(customer.model);
const { link, review } = model.thresholds;

function standardOf(raw: unknown): StandardForm {
  const result = canonicalize(customer.attributes, raw, { defaultRegion: 'US' });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return customer.standardize(result.canonical, { defaultRegion: 'US' });
}

function weigh(a: unknown, b: unknown): number {
  return model.weigh(standardOf(a), standardOf(b));
}

function shareKey(a: unknown, b: unknown): boolean {
  const keys = new Set(customer.blockKeys(standardOf(a)));
  return customer.blockKeys(standardOf(b)).some((key) => keys.has(key));
}

const ann = {
  givenName: 'Ann',
  familyName: 'Thornbury',
  birthDate: '1971-06-24',
  email: 'ann.thornbury71@example.org',
  telephone: '310-246-1501',
  address: { streetAddress: '12 Main Street', addressLocality: 'Salem', addressRegion: 'OR', postalCode: '97301' },
};
const { address } = ann;

describe('one person', () => {
  it.each<[string, unknown, unknown]>([
    ['in two systems', ann, { name: 'THORNBURY, ANN', telephone: '(310) 246 1501', birthDate: '6/24/1971' }],
    [
      'by a nickname',
      { ...ann, givenName: 'Robert', email: '' },
      { ...ann, givenName: 'Bob', telephone: '', email: '' },
    ],
    ['by an initial', { ...ann, email: '' }, { ...ann, givenName: 'A.', telephone: '', email: '' }],
    [
      'with slips in both names',
      { ...ann, address: '' },
      { givenName: 'Anm', familyName: 'Thornbery', birthDate: '1971-06-24', email: ann.email },
    ],
    [
      'with names swapped',
      { ...ann, address: '' },
      { givenName: 'Thornbury', familyName: 'Ann', birthDate: '1971-06-24' },
    ],
    [
      'with names swapped and a nickname',
      { givenName: 'Elizabeth', familyName: 'Thornbury', birthDate: '1971-06-24', email: ann.email },
      { givenName: 'Thornbury', familyName: 'Beth', birthDate: '1971-06-24', email: ann.email },
    ],
    [
      'with day and month swapped',
      { ...ann, birthDate: '1971-06-07' },
      { givenName: 'Ann', familyName: 'Thornbury', birthDate: '1971-07-06' },
    ],
    ['with a digit of the birth date off', ann, { ...ann, birthDate: '1971-05-24', address: '', telephone: '' }],
    ['who has married', ann, { givenName: 'Ann', familyName: 'Thornbury-Smith', birthDate: '1971-06-24' }],
    [
      'transliterated',
      { name: 'Александр Васильев', birthDate: '1971-06-24' },
      { name: 'Alexander Vasilev', birthDate: '1971-06-24' },
    ],
    [
      'with umlauts',
      { name: 'Jürgen Müller', birthDate: '1971-06-24' },
      { name: 'JUERGEN MUELLER', birthDate: '24.6.1971' },
    ],
    [
      'by a passport',
      { givenName: 'Ann', familyName: 'Lee', identifiers: { passport: 'C 102-5111' } },
      { givenName: 'A', familyName: 'Thornbury', identifiers: { Passport: 'c1025111' } },
    ],
    [
      'at one address in one line',
      { givenName: 'Ann', familyName: 'Thornbury', address },
      { name: 'Ann Thornbury', address: '12 Main St., Salem OR 97301' },
    ],
    [
      'with one of two addresses',
      { ...ann, birthDate: '', email: '', telephone: '' },
      { name: 'Ann Thornbury', address: ['1 Elm Road, Austin TX 78701', '12 Main St, Salem OR 97301'] },
    ],
  ])('%s', (_, a, b) => {
    expect(shareKey(a, b)).toBe(true);
    expect(weigh(a, b)).toBeGreaterThanOrEqual(link);
  });
});

const couple = { familyName: 'Thornbury', telephone: ann.telephone, address };

describe('not one person', () => {
  it.each<[string, unknown, unknown]>([
    ['a couple', { ...couple, givenName: 'Ann' }, { ...couple, givenName: 'George' }],
    [
      'a couple with one mailbox',
      { ...couple, givenName: 'Ann', email: 'home@thornbury.example' },
      { ...couple, givenName: 'George', email: 'home@thornbury.example' },
    ],
    [
      'twins',
      { ...couple, givenName: 'Ann', birthDate: '1971-06-24' },
      { ...couple, givenName: 'Grace', birthDate: '1971-06-24' },
    ],
    [
      'twins of whom one has moved, with the telephone of their parents',
      { ...couple, givenName: 'Ann', birthDate: '1971-06-24', address: '' },
      { ...couple, givenName: 'Grace', birthDate: '1971-06-24', address: { addressLocality: 'Austin' } },
    ],
    [
      'a father and his son',
      { ...couple, givenName: 'George', birthDate: '1940-01-02' },
      { ...couple, givenName: 'George', birthDate: '1971-11-24' },
    ],
    [
      'senior and junior',
      { ...couple, name: 'George Thornbury Sr.', familyName: '' },
      { ...couple, name: 'George Thornbury Jr.', familyName: '' },
    ],
    [
      'namesakes of a common name',
      { name: 'John Smith', birthDate: '1940-01-02' },
      { name: 'John Smith', birthDate: '1971-11-24' },
    ],
    ['namesakes of whom no more is known', { name: 'John Smith' }, { name: 'John Smith' }],
    [
      'namesakes in two towns',
      { ...ann, birthDate: '', telephone: '', email: '' },
      { name: 'Ann Thornbury', address: '7 Elm Road, Austin TX 78701' },
    ],
    [
      'namesakes whose addresses differ in digits',
      { name: 'Ann Lee', email: 'annlee71@gmail.com' },
      { name: 'Ann Lee', email: 'annlee45@gmail.com' },
    ],
    [
      'strangers born on one day',
      { name: 'Ann Thornbury', birthDate: '1971-06-24' },
      { name: 'Peter Quimby', birthDate: '1971-06-24' },
    ],
    [
      'colleagues with the mailbox of the office',
      { name: 'Ann Thornbury', email: 'info@acme.example' },
      { name: 'Peter Quimby', email: 'info@acme.example' },
    ],
    [
      'strangers with placeholders',
      { name: 'Ann Thornbury', telephone: '0000000000', birthDate: '1900-01-01' },
      { name: 'Peter Quimby', telephone: '0000000000', birthDate: '1900-01-01' },
    ],
    [
      'a person and a firm of that name',
      { ...ann, type: 'person' },
      { type: 'organization', name: 'Ann Thornbury', telephone: ann.telephone },
    ],
    [
      'a person and the own firm, at one address with one telephone and mailbox',
      { ...ann, type: 'person' },
      { type: 'organization', name: 'Thornbury Plumbing', telephone: ann.telephone, email: ann.email, address },
    ],
  ])('%s', (_, a, b) => {
    expect(weigh(a, b)).toBeLessThan(link);
  });

  it('two who share no more than a family name are not even reviewed', () => {
    expect(weigh({ name: 'Ann Thornbury' }, { name: 'George Thornbury' })).toBeLessThan(review);
  });
});

const bistro = {
  type: 'organization',
  name: "Philippe's The Original",
  telephone: '213/628-3781',
  address: { streetAddress: '1001 N. Alameda St.', addressLocality: 'Los Angeles' },
};

describe('one organization', () => {
  it.each<[string, unknown, unknown]>([
    [
      'with its name cut short',
      bistro,
      {
        type: 'organization',
        name: 'Philippe',
        telephone: '213-628-3781',
        address: { streetAddress: '1001 North Alameda Street' },
      },
    ],
    [
      'with and without its legal form',
      { name: 'Zentrix Mfg. Co., Ltd.', address },
      { name: 'ZENTRIX MANUFACTURING', type: 'organization', address },
    ],
    [
      'with its words in another order',
      { ...bistro, name: 'Hotel Bel-Air' },
      { ...bistro, name: 'Bel-Air Hotel', address: '' },
    ],
    [
      'by its tax number',
      { type: 'organization', name: 'Autowerkz', taxID: 'DE 123 456 788' },
      { type: 'organization', name: 'Müllenkranz', taxID: 'DE123456788' },
    ],
  ])('%s', (_, a, b) => {
    expect(shareKey(a, b)).toBe(true);
    expect(weigh(a, b)).toBeGreaterThanOrEqual(link);
  });
});

describe('not one organization', () => {
  it.each<[string, unknown, unknown]>([
    [
      'two that share generic words',
      { type: 'organization', name: 'United Trading Group Ltd' },
      { type: 'organization', name: 'Global Trading Group Ltd' },
    ],
    ['two in one building', { ...bistro, telephone: '' }, { ...bistro, telephone: '', name: 'Palace Court' }],
    [
      'branches in two towns',
      { ...bistro, telephone: '' },
      { ...bistro, telephone: '', address: { streetAddress: '3 Elm Road', addressLocality: 'Houston' } },
    ],
  ])('%s', (_, a, b) => {
    expect(weigh(a, b)).toBeLessThan(link);
  });
});

describe('whatever comes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'Ann Lee',
      'Lee',
      'Ann',
      '12 Main St, Salem OR 97301',
      '1971-06-24',
      '310-246-1501',
      'a.lee@x.org',
      'Acme Ltd',
    ),
  );
  const record = fc.dictionary(
    fc.constantFrom(...Object.keys(customer.attributes).filter((name) => name !== 'address' && name !== 'identifiers')),
    text,
  );
  const customers = fc.tuple(record, text, text).map(([attributes, street, passport]) => ({
    ...attributes,
    address: { streetAddress: street, postalCode: passport },
    identifiers: { passport },
  }));

  it('the standard form survives JSON and gives the same keys and weights', () => {
    fc.assert(
      fc.property(customers, customers, (a, b) => {
        const [one, other] = [standardOf(a), standardOf(b)];
        const revived = JSON.parse(JSON.stringify(one)) as StandardForm;
        expect(customer.blockKeys(revived)).toEqual(customer.blockKeys(one));
        expect(model.weigh(revived, other)).toBe(model.weigh(one, other));
        expect(model.weigh(other, one)).toBe(model.weigh(one, other));
        expect(Number.isFinite(model.weigh(one, other))).toBe(true);
      }),
    );
  });

  it('keys are distinct and not many', () => {
    fc.assert(
      fc.property(customers, (raw) => {
        const keys = customer.blockKeys(standardOf(raw));
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

test('a record of nothing has no features and no keys', () => {
  expect(JSON.parse(JSON.stringify(standardOf({})))).toEqual({});
  expect(customer.blockKeys({})).toEqual([]);
});

import fc from 'fast-check';
import type { Attributes } from './attribute.js';
import { canonicalize, maximumTextLength, type Canonicalization } from './canonicalize.js';

const attributes = {
  type: { kind: 'choice', choices: ['person', 'organization'], description: '' },
  name: { kind: 'text', description: '' },
  birthDate: { kind: 'date', description: '' },
  email: { kind: 'email', many: true, description: '' },
  telephone: { kind: 'telephone', many: true, description: '' },
  address: { kind: 'postalAddress', many: true, description: '' },
  url: { kind: 'url', description: '' },
  gtin: { kind: 'gtin', description: '' },
  weight: { kind: 'quantity', description: '' },
  price: { kind: 'price', description: '' },
  priceCurrency: { kind: 'currency', description: '' },
  identifiers: { kind: 'identifiers', description: '' },
} as const satisfies Attributes;

function read(raw: unknown, defaultRegion?: string): Canonicalization {
  return canonicalize(attributes, raw, { defaultRegion });
}

function canonical(raw: unknown, defaultRegion?: string): unknown {
  const result = read(raw, defaultRegion);
  return result.ok ? result.canonical : result;
}

describe('canonicalize', () => {
  it.each<[string, unknown, unknown]>([
    ['cleans texts and keeps their case', { name: '  Anna\u0000  LEE ' }, { name: 'Anna LEE' }],
    ['takes numbers and booleans for texts', { name: 12, weight: true }, { name: '12', weight: 'true' }],
    ['reads dates', { birthDate: '11 Dec 1978' }, { birthDate: '1978-12-11' }],
    ['reads e-mail addresses', { email: 'Ann <Ann@X.org>' }, { email: 'Ann@x.org' }],
    ['reads GTINs', { gtin: '4 006381 333931' }, { gtin: '4006381333931' }],
    ['reads choices by their beginning', { type: 'ORG' }, { type: 'organization' }],
    ['reads prices with their currency', { price: '$1,299.00' }, { price: 1299, priceCurrency: 'USD' }],
    ['lets a given currency stand', { price: '$5', priceCurrency: 'cad' }, { price: 5, priceCurrency: 'CAD' }],
    ['takes a price that is a number', { price: 0 }, { price: 0 }],
    [
      'splits an address in one line',
      { address: '1 Main St, Salem, OR 97301' },
      {
        address: { streetAddress: '1 Main St', addressLocality: 'Salem', addressRegion: 'OR', postalCode: '97301' },
      },
    ],
    [
      'splits an address in several lines',
      { address: '1 Main St\nSalem\nOR 97301' },
      {
        address: { streetAddress: '1 Main St', addressLocality: 'Salem', addressRegion: 'OR', postalCode: '97301' },
      },
    ],
    [
      'takes an address in parts',
      { address: { postalCode: 97301, addressLocality: ' ' } },
      { address: { postalCode: '97301' } },
    ],
    ['takes identifiers', { identifiers: { passport: 123, visa: '' } }, { identifiers: { passport: '123' } }],
    ['keeps the order of the attributes', { name: 'a', type: 'person' }, { type: 'person', name: 'a' }],
  ])('%s', (_, raw, expected) => {
    expect(canonical(raw)).toEqual(expected);
    expect(Object.keys(canonical(raw) as object)).toEqual(Object.keys(expected as object));
  });

  it.each([
    [{}],
    [{ name: null }],
    [{ name: ' \t\u0000' }],
    [{ name: undefined }],
    [{ email: [] }],
    [{ email: ['', null] }],
    [{ address: {} }],
    [{ address: { streetAddress: '', postalCode: null } }],
    [{ address: [{ streetAddress: ' ' }, ''] }],
    [{ identifiers: { passport: '' } }],
  ])('takes %j for nothing', (raw) => {
    expect(canonical(raw)).toEqual({});
  });

  it('keeps the shape of many values, without repeats', () => {
    expect(canonical({ email: 'a@x.org' })).toEqual({ email: 'a@x.org' });
    expect(canonical({ email: ['a@x.org', '', 'a@X.org', 'b@x.org'] })).toEqual({ email: ['a@x.org', 'b@x.org'] });
    expect(canonical({ email: ['a@x.org'] })).toEqual({ email: ['a@x.org'] });
  });

  it('reads telephone numbers by the region', () => {
    expect(canonical({ telephone: '(310) 246-1501' }, 'US')).toEqual({ telephone: '+13102461501' });
    expect(canonical({ telephone: '+1 310 246 1501' })).toEqual({ telephone: '+13102461501' });
    expect(read({ telephone: '310/246-1501' })).toMatchObject({
      canonical: { telephone: '310/246-1501' },
      flags: [{ path: 'telephone' }],
    });
  });

  it.each([
    ['birthDate', '1900-01-01', '1900-02-01'],
    ['email', 'Test@test.com', 'tess@test.com'],
    ['telephone', '+1 999 999 9999', '+1 312 484 2231'],
  ])('flags a placeholder of %s, and keeps it', (attribute, placeholder, ordinary) => {
    const flagsOf = (value: string): unknown => {
      const result = canonicalize(attributes, { [attribute]: value });
      return result.ok && [result.canonical[attribute] !== undefined, result.flags.map(({ path }) => path)];
    };
    expect(flagsOf(placeholder)).toEqual([true, [attribute]]);
    expect(flagsOf(ordinary)).toEqual([true, []]);
  });

  it('keeps what it cannot read as given, and flags it', () => {
    const raw = {
      type: 'robot',
      birthDate: '1978-02-31',
      email: ['a@x.org', 'none'],
      telephone: 'n/a',
      url: 'not here',
      gtin: '4006381333930',
      price: 'call us',
      priceCurrency: 'shells',
    };
    const result = read(raw, 'US');
    expect(result).toMatchObject({ ok: true, canonical: raw });
    expect(result.ok && result.flags.map(({ path }) => path)).toEqual([
      'type',
      'birthDate',
      'email.1',
      'telephone',
      'url',
      'gtin',
      'price',
      'priceCurrency',
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ['what is no object', 'text', ['']],
    ['a list', [], ['']],
    ['null', null, ['']],
    ['attributes that there are not', { nome: 'x', toString: 'x' }, ['nome', 'toString']],
    ['an object for a text', { name: {} }, ['name']],
    ['a list for a single value', { name: ['a'] }, ['name']],
    ['a list in a list', { email: [['a']] }, ['email.0']],
    ['a part that an address has not', { address: { street: 'x' } }, ['address.street']],
    ['an object in an address', { address: [{ postalCode: {} }] }, ['address.0.postalCode']],
    ['identifiers without a type', { identifiers: 'x' }, ['identifiers']],
    ['an object for an identifier', { identifiers: { passport: {} } }, ['identifiers.passport']],
    ['a text too long', { name: 'x'.repeat(maximumTextLength + 1) }, ['name']],
    ['several faults at once', { name: {}, nome: 1, email: {} }, ['name', 'nome', 'email']],
  ])('refuses %s by its path', (_, raw, paths) => {
    const result = read(raw);
    expect(result.ok ? [] : result.errors.map(({ path }) => path)).toEqual(paths);
  });

  it('never throws, whatever JSON comes', () => {
    const value = fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 });
    const record = fc.dictionary(fc.constantFrom(...Object.keys(attributes), '__proto__', 'other'), value);
    fc.assert(
      fc.property(fc.oneof(value, record), fc.constantFrom('US', 'DE', 'XX', undefined), (raw, region) => {
        const result = read(raw, region);
        if (!result.ok) expect(result.errors).not.toEqual([]);
      }),
    );
  });

  it('reads what it has made as the same', () => {
    const text = fc.string({ unit: 'grapheme' });
    const values = fc.record(
      {
        type: fc.constantFrom('p', 'org', 'x'),
        name: text,
        birthDate: fc.constantFrom('11/12/1978', '1978', '20.8.1991', '31/2/1990', '19560409'),
        email: fc.array(fc.oneof(fc.emailAddress(), text)),
        telephone: fc.constantFrom('310/246-1501', '+49 30 901820', '12', 'x'),
        address: fc.record({ streetAddress: text, postalCode: text }),
        price: fc.oneof(
          fc.constantFrom('$1,299.00', '9,99 €', 'x'),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
        ),
        identifiers: fc.dictionary(text, text),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (raw) => {
        const once = canonical(raw, 'US');
        expect(canonical(once, 'US')).toEqual(once);
      }),
    );
  });
});

import { compiled, member, named } from '../../test/support/survivorship.js';
import { mostRecent, trust } from './authoring.js';
import { explain } from './explain.js';
import type { Pin } from './pin.js';
import { survive } from './survive.js';

/** A pin by its number, the higher the newer. */
function pin(number: number, attribute: string, stated: Pick<Pin, 'value' | 'ignored'>): Pin {
  return { id: `pin-${number}`, attribute, createdAt: `2026-02-0${number}T00:00:00.000Z`, ...stated };
}

const rules = compiled([mostRecent, trust]);
const ann = named('1', 'Ann');
const bea = named('2', 'Bea');

describe('survive: pins', () => {
  it('a value stands, and beats what the rules would have chosen', () => {
    const { attributes, lineage } = survive([ann, bea], rules, [pin(1, 'name', { value: 'Cleo' })]);
    expect(attributes).toEqual({ name: 'Cleo' });
    expect(lineage.name).toEqual({
      source: 'steward',
      sourceId: 'pin-1',
      strategy: 'pin',
      observedAt: '2026-02-01T00:00:00.000Z',
      lost: 2,
      runnerUp: { source: 'a', sourceId: '2' },
    });
  });

  it('a value stands where no record has any, and beats nothing where the rules agree', () => {
    const { attributes, lineage } = survive([ann], rules, [
      pin(1, 'born', { value: '1978' }),
      pin(2, 'name', { value: 'ANN' }),
    ]);
    expect(attributes).toEqual({ name: 'ANN', born: '1978' });
    expect(lineage.name).toMatchObject({ strategy: 'pin', lost: 0 });
    expect(lineage.name).not.toHaveProperty('runnerUp');
  });

  it('of several the newest counts, and it ignores an older value', () => {
    const older = pin(1, 'name', { value: 'Cleo' });
    const newer = pin(2, 'name', { value: 'Dora' });
    expect(survive([ann], rules, [newer, older]).attributes.name).toBe('Dora');
    expect(survive([ann], rules, [pin(3, 'name', { ignored: ['dora'] }), newer, older]).attributes.name).toBe('Cleo');
    expect(survive([ann], rules, [pin(1, 'name', { ignored: ['Dora'] }), newer]).attributes.name).toBe('Dora');
  });

  it('an ignored value is as if no record held it, apart from case and punctuation', () => {
    expect(survive([ann, bea], rules, [pin(1, 'name', { ignored: ['BEA.'] })]).attributes.name).toBe('Ann');
    const list = member('3', { email: ['a@x.org', 'b@x.org'] });
    const ignoring = (...ignored: string[]) => survive([list], rules, [pin(1, 'email', { ignored })]).attributes;
    expect(ignoring('a@x.org')).toEqual({ email: ['b@x.org'] });
    expect(ignoring('a@x.org', 'b@x.org')).toEqual({});
  });

  it('a record of which a group has an ignored value takes no part with it, unless there is no other', () => {
    const dear = member('2', { price: 10, priceCurrency: 'USD' });
    const cheap = member('1', { price: 9, priceCurrency: 'EUR' });
    const ignoring = [pin(1, 'priceCurrency', { ignored: ['USD'] })];
    expect(survive([dear, cheap], rules, ignoring).attributes).toEqual({ price: 9, priceCurrency: 'EUR' });
    expect(survive([dear], rules, ignoring).attributes).toEqual({ price: 10 });
  });

  it('a value stands for its attribute alone: the others of its group survive from one record', () => {
    const members = [member('2', { price: 10, priceCurrency: 'USD' }), member('1', { price: 9, priceCurrency: 'EUR' })];
    const { attributes, lineage } = survive(members, rules, [pin(1, 'priceCurrency', { value: 'GBP' })]);
    expect(attributes).toEqual({ price: 10, priceCurrency: 'GBP' });
    expect(lineage.price).toMatchObject({ sourceId: '2', strategy: 'mostRecent' });
  });
});

describe('explain', () => {
  const outcomes = (...pins: Pin[]) =>
    explain(
      [ann, bea, named('3', 'bea'), named('4', 'Eve', { flagged: ['name'] })],
      rules,
      'name',
      pins,
    )?.candidates.map(({ sourceId, outcome, by }) => `${sourceId} ${outcome} by ${by}`);

  it('tells what became of each value, the last in the running first', () => {
    expect(outcomes()).toEqual([
      '3 won by mostRecent',
      '1 lost by mostRecent',
      '2 same by mostRecent',
      '4 lost by readable',
    ]);
  });

  it('tells what pins did', () => {
    expect(outcomes(pin(1, 'name', { value: 'Ann' }))).toEqual([
      '3 lost by pin',
      '1 same by mostRecent',
      '2 lost by mostRecent',
      '4 lost by readable',
    ]);
    expect(outcomes(pin(1, 'name', { ignored: ['Bea'] }))).toEqual([
      '1 won by readable',
      '4 lost by readable',
      '2 ignored by pin',
      '3 ignored by pin',
    ]);
  });

  it('knows no attribute that there is not', () => {
    expect(explain([ann], rules, 'shoe')).toBeUndefined();
  });
});

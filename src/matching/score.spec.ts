import fc from 'fast-check';
import type { Condition, Level } from './comparison.js';
import type { FeatureValue, MatchingModel, StandardForm } from './model.js';
import { compileModel } from './score.js';

const otherwise: Level = { label: 'otherwise', when: { kind: 'otherwise' }, m: 0.1, u: 0.8 };

function modelOf(levels: readonly Level[], frequencies: MatchingModel['frequencies'] = {}): MatchingModel {
  return { comparisons: [{ name: 'it', levels }], prior: -4, thresholds: { link: 5, review: 2 }, frequencies };
}

/** Whether the condition holds of the two, in both directions. */
function holds(when: Condition, a: StandardForm, b: StandardForm, frequencies?: MatchingModel['frequencies']): boolean {
  const model = compileModel(modelOf([{ label: 'holds', when, m: 0.9, u: 0.1 }, otherwise], frequencies));
  const [there, back] = [model.explain(a, b), model.explain(b, a)];
  expect(back).toEqual(there);
  return there.comparisons[0]?.level === 'holds';
}

describe('conditions', () => {
  const exact: Condition = { kind: 'exact', feature: 'f' };
  const missing: Condition = { kind: 'missing', features: ['f', 'g'] };
  const alike: Condition = { kind: 'similarity', feature: 'f', measure: 'jaroWinkler', atLeast: 0.9 };
  const near: Condition = { kind: 'distance', feature: 'f', measure: 'damerauLevenshtein', atMost: 1 };
  const overlap: Condition = { kind: 'overlap', feature: 'f', over: 'jaccard', atLeast: 0.5 };
  const ratio: Condition = { kind: 'ratio', feature: 'f', atLeast: 0.8 };
  const crossed: Condition = { kind: 'crossed', features: ['f', 'g'] };
  const found: Condition = { kind: 'found', features: ['f', 'g'] };
  const coverage: Condition = { kind: 'coverage', features: ['f', 'g'], of: 'both', atLeast: 0.5 };
  const contradiction: Condition = { kind: 'contradiction', feature: 'f' };

  it.each<[string, Condition, StandardForm, StandardForm, boolean]>([
    ['exact: equal texts', exact, { f: 'x' }, { f: 'x' }, true],
    ['exact: other texts', exact, { f: 'x' }, { f: 'y' }, false],
    ['exact: equal numbers', exact, { f: 1 }, { f: 1 }, true],
    ['exact: a number is no text', exact, { f: 1 }, { f: '1' }, false],
    ['exact: a number is in no set', exact, { f: 1 }, { f: ['1'] }, false],
    ['exact: a set holds the text', exact, { f: 'x' }, { f: ['y', 'x'] }, true],
    ['exact: sets share an element', exact, { f: ['z', 'x'] }, { f: ['y', 'x'] }, true],
    ['exact: sets share none', exact, { f: ['z'] }, { f: ['y', 'x'] }, false],
    ['exact: absent on both sides', exact, {}, {}, false],
    ['exact: empty sets are absent', exact, { f: [] }, { f: [] }, false],
    ['missing: one of the features on one side', missing, { f: 'x', g: 'y' }, { f: 'x' }, true],
    ['missing: an empty text', missing, { f: 'x', g: 'y' }, { f: '', g: 'y' }, true],
    ['missing: none', missing, { f: 'x', g: 'y' }, { f: 'x', g: 'z' }, false],
    ['similarity: texts', alike, { f: 'martha' }, { f: 'marhta' }, true],
    ['similarity: the best of two sets', alike, { f: ['xyz', 'martha'] }, { f: ['abc', 'marhta'] }, true],
    ['similarity: none is alike', alike, { f: ['xyz', 'martha'] }, { f: 'abc' }, false],
    ['similarity: absent', alike, { f: 'martha' }, {}, false],
    ['similarity: numbers', alike, { f: 12 }, { f: 12 }, false],
    ['distance: a swap', near, { f: '1978' }, { f: '1987' }, true],
    ['distance: the best of two sets', near, { f: ['0000', '1978'] }, { f: ['1987'] }, true],
    ['distance: too far', near, { f: '1978' }, { f: '1789' }, false],
    ['distance: absent', { ...near, atMost: 99 }, {}, { f: '1' }, false],
    ['overlap: half', overlap, { f: ['a', 'b', 'c'] }, { f: ['b', 'c', 'd'] }, true],
    ['overlap: less', overlap, { f: ['a', 'b'] }, { f: ['b', 'c'] }, false],
    ['overlap: a text is a set of one', overlap, { f: 'a' }, { f: ['a', 'b'] }, true],
    ['overlap: absent', overlap, { f: ['a'] }, {}, false],
    ['ratio: near', ratio, { f: 8 }, { f: 10 }, true],
    ['ratio: far', ratio, { f: 7 }, { f: 10 }, false],
    ['ratio: zero and zero', ratio, { f: 0 }, { f: 0 }, true],
    ['ratio: one is negative', ratio, { f: -10 }, { f: 10 }, false],
    ['ratio: a text', ratio, { f: '10' }, { f: 10 }, false],
    ['crossed: swapped names', crossed, { f: 'ann', g: 'lee' }, { f: 'lee', g: 'ann' }, true],
    ['crossed: half of a swap', crossed, { f: 'ann', g: 'lee' }, { f: 'lee', g: 'bob' }, false],
    ['crossed: absent', crossed, { f: 'ann' }, { g: 'ann' }, false],
    ['found: in one direction', found, { f: ['x', 'y'] }, { g: ['z', 'y'] }, true],
    ['found: not on the own side', found, { f: ['x'], g: ['x'] }, { f: ['y'], g: ['y'] }, false],
    ['found: absent', found, { f: ['x'] }, { f: ['x'] }, false],
    ['coverage: half', coverage, { f: ['a', 'b'], g: ['c'] }, { f: ['c', 'd'], g: ['a'] }, true],
    ['coverage: less', coverage, { f: ['a', 'b'], g: ['x'] }, { f: ['c', 'd'], g: ['a'] }, false],
    ['coverage: of the lighter', { ...coverage, of: 'lighter' }, { f: 'a', g: 'x' }, { f: ['c', 'd'], g: ['a'] }, true],
    ['coverage: absent', coverage, { f: ['a'], g: ['a'] }, { f: ['a'] }, false],
    ['contradiction', contradiction, { f: ['k:1'] }, { f: ['k:2'] }, true],
    ['contradiction: of no key', contradiction, { f: ['k:1'] }, { f: ['k:1', 'k:2'] }, false],
    ['contradiction: absent', contradiction, { f: ['k:1'] }, {}, false],
    ['all', { kind: 'all', of: [exact, crossed] }, { f: 'x', g: 'x' }, { f: 'x', g: 'x' }, true],
    ['difference: near', { kind: 'difference', feature: 'f', atMost: 3 }, { f: 8 }, { f: 11 }, true],
    ['difference: far', { kind: 'difference', feature: 'f', atMost: 3 }, { f: 8 }, { f: 4 }, false],
    ['difference: a text', { kind: 'difference', feature: 'f', atMost: 3 }, { f: '8' }, { f: 8 }, false],
    ['all but one', { kind: 'all', of: [exact, ratio] }, { f: 'x' }, { f: 'x' }, false],
    ['any', { kind: 'any', of: [ratio, exact] }, { f: 'x' }, { f: 'x' }, true],
    ['any of none', { kind: 'any', of: [ratio, crossed] }, { f: 'x' }, { f: 'x' }, false],
    ['not', { kind: 'not', of: exact }, { f: 'x' }, { f: 'y' }, true],
  ])('%s', (_, condition, a, b, expected) => {
    expect(holds(condition, a, b)).toBe(expected);
  });

  it('weighs what sets share by how rare it is', () => {
    const tokens = { unlisted: 0.001, values: { camera: 0.5, black: 0.5 } };
    const rare: Condition = { ...overlap, table: 'tokens' };
    expect(holds(rare, { f: ['camera', 'black', 'w35'] }, { f: ['w35'] }, { tokens })).toBe(true);
    expect(holds(rare, { f: ['camera', 'black', 'w35'] }, { f: ['camera', 'black', 'w36'] }, { tokens })).toBe(false);
  });
});

describe('term frequency', () => {
  const names = { unlisted: 0.0001, values: { smith: 0.02, constructor: 0.5 } };
  const termFrequency = { feature: 'f', table: 'names' };
  const level: Level = { label: 'same', when: { kind: 'exact', feature: 'f' }, m: 0.8, u: 0.01, termFrequency };
  const termOf = (given: Level, a: FeatureValue, b: FeatureValue) => {
    const model = compileModel(modelOf([given, otherwise], { names }));
    const { termFrequency: there } = model.explain({ f: a }, { f: b }).comparisons[0]!;
    expect(model.explain({ f: b }, { f: a }).comparisons[0]!.termFrequency).toBe(there);
    return there;
  };

  it('takes from a common value and gives to a rare one', () => {
    expect(termOf(level, 'smith', 'smith')).toBeCloseTo(-1);
    expect(termOf(level, 'zyx', 'zyx')).toBeCloseTo(Math.log2(100));
  });

  it('reads only what the table itself holds', () => {
    expect(termOf(level, 'toString', 'toString')).toBeCloseTo(Math.log2(100));
    expect(termOf(level, 'constructor', 'constructor')).toBeCloseTo(Math.log2(0.02));
  });

  it('goes by strength and limit', () => {
    expect(termOf({ ...level, termFrequency: { ...termFrequency, strength: 0.5 } }, 'smith', 'smith')).toBeCloseTo(
      -0.5,
    );
    expect(termOf({ ...level, termFrequency: { ...termFrequency, limit: 3 } }, 'zyx', 'zyx')).toBe(3);
    expect(termOf({ ...level, termFrequency: { ...termFrequency, limit: 0.5 } }, 'smith', 'smith')).toBe(-0.5);
  });

  it('takes the rarest of several shared values, and nothing where none is equal', () => {
    expect(termOf(level, ['smith', 'zyx', 'a'], ['b', 'smith', 'zyx'])).toBeCloseTo(Math.log2(100));
    const alike: Condition = { kind: 'similarity', feature: 'f', measure: 'jaroWinkler', atLeast: 0.8 };
    expect(termOf({ ...level, when: alike }, 'smith', 'smyth')).toBe(0);
  });
});

describe('evidence', () => {
  it('takes the first level that holds, and nothing for a missing value', () => {
    const model = compileModel(
      modelOf([
        { label: 'missing', when: { kind: 'missing', features: ['f'] }, m: 0.5, u: 0.1 },
        { label: 'same', when: { kind: 'exact', feature: 'f' }, m: 0.8, u: 0.1 },
        { label: 'alike', when: { kind: 'distance', feature: 'f', measure: 'levenshtein', atMost: 1 }, m: 0.1, u: 0.1 },
        otherwise,
      ]),
    );
    const levelAndWeight = (a: StandardForm, b: StandardForm) => {
      const [part] = model.explain(a, b).comparisons;
      return [part?.level, part?.weight];
    };
    expect(levelAndWeight({ f: 'ab' }, { f: 'ab' })).toEqual(['same', 3]);
    expect(levelAndWeight({ f: 'ab' }, { f: 'ac' })).toEqual(['alike', 0]);
    expect(levelAndWeight({ f: 'ab' }, { f: 'xy' })).toEqual(['otherwise', -3]);
    expect(levelAndWeight({ f: 'ab' }, {})).toEqual(['missing', 0]);
    expect(model.explain({ f: 'ab' }, { f: 'ab' })).toMatchObject({ prior: -4, weight: -1, probability: 1 / 3 });
  });

  const model = compileModel(modelOfEverything());
  const word = fc.constantFrom('ann', 'anne', 'bob', 'lee', 'le', 'rob', 'x');
  const words = fc.uniqueArray(word, { maxLength: 3 });
  const form = fc.record(
    { name: word, other: word, tokens: words, mails: fc.oneof(word, words), price: fc.integer({ min: 0, max: 9 }) },
    { requiredKeys: [] },
  );

  it('is the same number weighed and explained, and the same both ways round', () => {
    fc.assert(
      fc.property(form, form, (a, b) => {
        const evidence = model.explain(a, b);
        expect(model.weigh(a, b)).toBe(evidence.weight);
        expect(model.weigh(b, a)).toBe(evidence.weight);
        expect(model.explain(b, a)).toEqual(evidence);
        const sum = evidence.comparisons.reduce((total, part) => total + part.weight + part.termFrequency, -4);
        expect(evidence.weight).toBe(sum);
        expect(evidence.probability).toBeCloseTo(1 / (1 + 2 ** -sum), 12);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same from a model that has been through JSON', () => {
    const read = compileModel(JSON.parse(JSON.stringify(modelOfEverything())) as MatchingModel);
    fc.assert(fc.property(form, form, (a, b) => expect(read.explain(a, b)).toEqual(model.explain(a, b))));
  });
});

/** A model with every kind of condition. */
function modelOfEverything(): MatchingModel {
  const levels = (name: string, ...conditions: Condition[]) => ({
    name,
    levels: [
      ...conditions.map((when, index) => ({
        label: `${index}`,
        when,
        m: 0.7 / (index + 1),
        u: 0.03 * (index + 1),
        ...(index === 1 ? { termFrequency: { feature: name, table: 'words', strength: 0.7, limit: 6 } } : {}),
      })),
      otherwise,
    ],
  });
  const names: Condition = { kind: 'missing', features: ['name', 'other'] };
  const wholly: Condition = { kind: 'overlap', feature: 'tokens', over: 'cosine', table: 'words', atLeast: 0.8 };
  return {
    comparisons: [
      levels('name', names, { kind: 'exact', feature: 'name' }, { kind: 'crossed', features: ['name', 'other'] }),
      levels('other', { kind: 'similarity', feature: 'other', measure: 'trigram', atLeast: 0.3 }),
      levels(
        'tokens',
        wholly,
        { ...wholly, over: 'containment', atLeast: 0.6 },
        { ...wholly, over: 'jaccard', atLeast: 0.2 },
      ),
      levels(
        'mails',
        { kind: 'missing', features: ['mails'] },
        { kind: 'exact', feature: 'mails' },
        {
          kind: 'any',
          of: [
            { kind: 'similarity', feature: 'mails', measure: 'levenshtein', atLeast: 0.5 },
            { kind: 'not', of: { kind: 'missing', features: ['price'] } },
          ],
        },
      ),
      levels(
        'price',
        { kind: 'ratio', feature: 'price', atLeast: 0.9 },
        { kind: 'ratio', feature: 'price', atLeast: 0.5 },
      ),
    ],
    prior: -4,
    thresholds: { link: 5, review: 2 },
    frequencies: { words: { unlisted: 0.003, values: { ann: 0.3, bob: 0.1, x: 1 } } },
  };
}

describe('a model that is not valid', () => {
  const same: Level = { label: 'same', when: { kind: 'exact', feature: 'f' }, m: 0.8, u: 0.1 };
  const withCondition = (when: Condition) => modelOf([{ ...same, when }, otherwise]);
  const valid = modelOf([same, otherwise]);

  it.each<[string, MatchingModel]>([
    ['it: same: m must lie in (0, 1]', modelOf([{ ...same, m: 0 }, otherwise])],
    ['it: same: u must lie in (0, 1]', modelOf([{ ...same, u: 1.1 }, otherwise])],
    ['it: otherwise: u must lie in (0, 1]', modelOf([same, { ...otherwise, u: Number.NaN }])],
    ['it: the last level must be otherwise', modelOf([same])],
    ['it: the last level must be otherwise', modelOf([])],
    ['it: first: otherwise must be the last level', modelOf([{ ...otherwise, label: 'first' }, otherwise])],
    ['it: level same is there twice', modelOf([same, same, otherwise])],
    ['a model needs a comparison', { ...valid, comparisons: [] }],
    ['comparison it is there twice', { ...valid, comparisons: [...valid.comparisons, ...valid.comparisons] }],
    ['prior must be a number of bits', { ...valid, prior: Number.NaN }],
    ['thresholds.review must be a number', { ...valid, thresholds: { link: 2, review: 5 } }],
    [
      'same: there is no frequency table t',
      modelOf([{ ...same, termFrequency: { feature: 'f', table: 't' } }, otherwise]),
    ],
    [
      'it: same: there is no frequency table t',
      withCondition({ kind: 'overlap', feature: 'f', over: 'cosine', table: 't', atLeast: 1 }),
    ],
    ['frequency table t: unlisted must lie in (0, 1]', { ...valid, frequencies: { t: { unlisted: 0, values: {} } } }],
    ['the frequency of x must lie in (0, 1]', { ...valid, frequencies: { t: { unlisted: 0.1, values: { x: 2 } } } }],
    ['it: same: atLeast must lie in (0, 1]', withCondition({ kind: 'ratio', feature: 'f', atLeast: 0 })],
    [
      'atMost must not be below 0',
      withCondition({ kind: 'distance', feature: 'f', measure: 'levenshtein', atMost: -1 }),
    ],
    ['any must have a part', withCondition({ kind: 'not', of: { kind: 'any', of: [] } })],
    ['otherwise stands alone', withCondition({ kind: 'not', of: { kind: 'otherwise' } })],
    ['missing must name a feature', withCondition({ kind: 'missing', features: [] })],
    ['there is no condition sounds', withCondition(JSON.parse('{"kind":"sounds"}') as Condition)],
    [
      'there is no similarity soundex',
      withCondition(JSON.parse('{"kind":"similarity","measure":"soundex","atLeast":1}') as Condition),
    ],
  ])('%s', (error, model) => {
    expect(() => compileModel(model)).toThrow(error);
  });

  it('names everything that is wrong at once', () => {
    const twice = { ...modelOf([{ ...same, m: 2 }]), prior: Number.POSITIVE_INFINITY };
    expect(() => compileModel(twice)).toThrow(
      'The matching model is not valid: prior must be a number of bits; it: the last level must be otherwise; it: same: m must lie in (0, 1].',
    );
  });
});

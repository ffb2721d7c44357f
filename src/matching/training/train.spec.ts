import { compileModel } from '../score.js';
import { exact, held, level, missing, otherwise, similar } from '../authoring.js';
import { hashBlockKey } from '../blocking.js';
import type { MatchingModel, StandardForm } from '../model.js';
import { validateModel } from '../validate-model.js';
import { seededRandom } from './random.js';
import { train } from './train.js';
import type { TrainingLabel, TrainingRecord } from './training.js';

const maximumBlockSize = { selective: 100, broad: 100 };
const model: MatchingModel = {
  prior: -11,
  thresholds: { link: 3, review: -2 },
  frequencies: { name: { unlisted: 0.002, values: {} } },
  comparisons: [
    {
      name: 'name',
      levels: [
        missing('name'),
        level('same', exact('name'), 0.8, 0.004, { feature: 'name', table: 'name', limit: 3 }),
        level('alike', similar('name', 'jaroWinkler', 0.85), 0.12, 0.02),
        otherwise(0.08, 0.976),
      ],
    },
    { name: 'born', levels: [missing('born'), level('same', exact('born'), 0.9, 0.0002), otherwise(0.1, 0.9998)] },
    { name: 'town', levels: [missing('town'), level('same', exact('town'), 0.8, 0.05), otherwise(0.2, 0.95)] },
    { name: 'note', levels: [missing('note'), level('same', exact('note'), 0.6, 0.01), otherwise(0.4, 0.99)] },
    { name: 'both', levels: [held(level('same', exact('name'), 0.5, 1)), { ...otherwise(1, 1), held: true }] },
  ],
};

interface Making {
  readonly things: number;
  /** How likely a thing has a second record. */
  readonly twice?: number;
  readonly slips?: number;
  readonly change?: (form: Record<string, string>, source: string) => StandardForm;
  readonly duplicateFree?: boolean;
}

interface Made {
  readonly records: readonly TrainingRecord[];
  /** The thing that each record is of. */
  readonly things: readonly number[];
}

/** Records of two sources with known truth. */
function make({ things, twice = 0.4, slips = 0.1, change = (form) => form, duplicateFree = false }: Making): Made {
  const random = seededRandom(things + Math.round(100 * twice));
  const pick = (count: number) => Math.floor(random() ** 1.5 * count);
  const made: { record: TrainingRecord; thing: number }[] = [];
  for (let thing = 0; thing < things; thing++) {
    const form = {
      name: nameOf(pick(700)),
      born: `b${Math.floor(random() * 9000)}`,
      town: `t${pick(30)}`,
      note: `n${pick(400)}`,
    };
    for (const source of random() < twice ? ['a', 'b'] : [random() < 0.5 ? 'a' : 'b']) {
      const own = { ...form };
      if (random() < slips) own.name = `${own.name.slice(0, 3)}x${own.name.slice(4)}`;
      if (random() < slips) own.born = `b${Math.floor(random() * 9000)}`;
      if (random() < slips) own.town = `t${pick(30)}`;
      const standard = change(own, source);
      const keys = [`n ${own.name.slice(0, 3)} ${own.town}`, `b ${own.born}`, `n ${own.name}`];
      const blockKeys = keys.map((key) => hashBlockKey({ collection: 'things' }, key));
      made.push({ thing, record: { id: made.length, source, duplicateFree, standard, blockKeys } });
    }
  }
  return { records: made.map(({ record }) => record), things: made.map(({ thing }) => thing) };
}

/** Names of seven letters of which few are alike. */
function nameOf(number: number): string {
  const random = seededRandom(number + 1);
  return Array.from({ length: 7 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
}

function trainOn(made: Made, shipped = model) {
  return train({ model: shipped, records: made.records, maximumBlockSize });
}

/** Of all pairs that share a key, how those at the link threshold agree with the truth. */
function qualityOf({ records, things }: Made, trained: MatchingModel) {
  const compiled = compileModel(trained);
  let [right, linked, all] = [0, 0, 0];
  for (const [at, a] of records.entries()) {
    for (const b of records.slice(at + 1)) {
      const same = things[a.id] === things[b.id];
      if (same) all++;
      if (!a.blockKeys.some((key) => b.blockKeys.includes(key))) continue;
      if (compiled.weigh(a.standard, b.standard) < trained.thresholds.link) continue;
      linked++;
      if (same) right++;
    }
  }
  return { linked, precision: linked === 0 ? 1 : right / linked, recall: all === 0 ? 1 : right / all };
}

describe('train', () => {
  const usual = make({ things: 150 });
  const trainedAsUsual = trainOn(usual);

  it('gives a valid model that says how sure it is, and is nearly right about it', () => {
    const { model: trained, report } = trainedAsUsual;
    expect(validateModel(trained)).toEqual([]);
    expect(report.converged).toBe(true);
    const { precision, recall } = qualityOf(usual, trained);
    expect(precision).toBeGreaterThan(0.97);
    expect(recall).toBeGreaterThan(0.9);
    expect(Math.abs(report.expected.precision - precision)).toBeLessThan(0.04);
    expect(Math.abs(report.expected.recall - recall)).toBeLessThan(0.08);
    expect(report.comparisons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  it('is a function of the set of records, and survives JSON', () => {
    const made = make({ things: 60 });
    const forth = trainOn(made);
    const back = train({ model, records: [...made.records].reverse(), maximumBlockSize });
    expect(back).toEqual(forth);
    expect(JSON.parse(JSON.stringify(forth))).toEqual(forth);
  });

  it('learns what agreement is worth here', () => {
    const { model: trained } = trainOn(make({ things: 150, slips: 0.3, duplicateFree: true }));
    const [same, different] = ratesOf(trained, 'born');
    expect(same?.m).toBeLessThan(0.75);
    expect(different?.m).toBeGreaterThan(0.25);
    expect(same?.u).toBeLessThan(0.0004);
  });

  const noteless = make({ things: 150, change: ({ note: _note, ...form }) => form });
  const clean = qualityOf(noteless, trainOn(noteless).model);

  it.each([
    ['constant', () => 'the same'],
    ['of the source alone', (_: string | undefined, source: string) => `from ${source}`],
    ['empty', () => ''],
  ])('is not misled by a field that is %s', (_, noteOf) => {
    const change = (form: Record<string, string>, source: string) => ({ ...form, note: noteOf(form.note, source) });
    const made = make({ things: 150, change });
    const spoilt = qualityOf(made, trainOn(made).model);
    expect(spoilt.precision).toBeGreaterThan(clean.precision - 0.02);
    expect(spoilt.recall).toBeGreaterThan(clean.recall - 0.03);
  });

  it.each([0, 0.02, 0.4, 0.8, 1])('does not run away where %d of all things have a second record', (twice) => {
    const made = make({ things: 150, twice });
    const { model: trained, report } = trainOn(made);
    const { linked, precision, recall } = qualityOf(made, trained);
    expect(report.expectedMatches).toBeLessThan(1.3 * 150 * twice + 5);
    expect(linked === 0 ? 1 : precision).toBeGreaterThan(twice < 0.1 ? 0.6 : 0.95);
    expect(recall).toBeGreaterThan(twice < 0.1 ? 0.6 : 0.85);
  });

  it('links only the surest where nothing but names is known, and says so', () => {
    const made = make({ things: 250, twice: 0.1, change: ({ name = '' }) => ({ name: name.slice(0, 2) }) });
    const { model: trained, report } = trainOn(made);
    expect(report.warnings.map(({ code }) => code)).toContain('notSeparable');
    expect(report.expected.precision).toBeGreaterThan(0.97);
    expect(qualityOf(made, trained).linked).toBeLessThan(60);
  });

  it('stays near the shipped model where there is next to nothing to learn from', () => {
    const { model: trained, report } = trainOn(make({ things: 12, twice: 0 }));
    expect(report.warnings.map(({ code }) => code)).toContain('fewMatches');
    for (const [index, { levels }] of trained.comparisons.entries()) {
      for (const [at, { m }] of levels.entries()) {
        const before = model.comparisons[index]?.levels[at]?.m ?? 0;
        expect(Math.abs(Math.log2(m / before))).toBeLessThan(1);
      }
    }
    expect(validateModel(trainOn({ records: [], things: [] }).model)).toEqual([]);
  });

  it('leaves corrections as they are', () => {
    const { model: trained, report } = trainedAsUsual;
    expect(trained.comparisons.at(-1)).toEqual(model.comparisons.at(-1));
    expect(report.comparisons.map(({ held: isHeld }) => isHeld)).toEqual([false, false, false, false, true]);
  });

  it('learns a comparison the sooner the less sure it is of it', () => {
    const change = (form: Record<string, string>) => ({ ...form, note: `${form.note ?? ''}${form.born ?? ''}` });
    const made = make({ things: 150, change, duplicateFree: true });
    const mOf = (own: number) => {
      const comparisons = model.comparisons.map((one) => (one.name === 'note' ? { ...one, sureness: own } : one));
      const shipped = { ...model, comparisons, sureness: 5000 };
      const trained = train({ model: shipped, records: made.records, maximumBlockSize });
      return ratesOf(trained.model, 'note')[0]?.m ?? 0;
    };
    expect(mOf(5000)).toBeCloseTo(0.6, 1);
    expect(mOf(5)).toBeGreaterThan(0.8);
  });

  it('leaves out what only stands in for it', () => {
    const standIn = {
      name: 'standIn',
      untrained: true,
      levels: [level('same', exact('name'), 0.5, 1), otherwise(1, 1)],
    } as const;
    const { records } = usual;
    const shipped = { ...model, comparisons: [standIn, ...model.comparisons] };
    expect(train({ model: shipped, records, maximumBlockSize })).toEqual(trainedAsUsual);
  });

  it('keeps what speaks for a match from speaking against it', () => {
    const { model: trained } = trainOn(make({ things: 150, change: (form) => ({ ...form, note: form.born ?? '' }) }));
    for (const { levels } of trained.comparisons.slice(0, 4)) {
      const [same, other] = [levels[1], levels.at(-1)];
      expect(Math.log2((same?.m ?? 0) / (same?.u ?? 1))).toBeGreaterThanOrEqual(0);
      expect(Math.log2((other?.m ?? 0) / (other?.u ?? 1))).toBeLessThanOrEqual(0);
    }
  });

  it('believes that a duplicate-free source has one record of a thing', () => {
    const making: Making = { things: 100, twice: 0.6, change: ({ name, town }) => ({ name, town }) };
    const free = trainOn(make({ ...making, duplicateFree: true }));
    expect(free.report.expectedMatches).toBeLessThan(100 * 0.6 * 1.2);
    expect(free.report.sample.candidatePairs).toBeLessThan(trainOn(make(making)).report.sample.candidatePairs);
  });

  describe('the decisions of stewards', () => {
    const made = usual;
    const before = trainedAsUsual;
    const trainWith = (labels: readonly TrainingLabel[]) =>
      train({ model, records: made.records, maximumBlockSize, labels });
    /** The pairs of one thing, of which stewards say that they are none. */
    const contradicted = made.records.slice(1).flatMap(({ id }): TrainingLabel[] => {
      const same = made.things[id] === made.things[id - 1];
      return same && id % 2 === 0 ? [{ a: id, b: id - 1, verdict: 'noMatch' }] : [];
    });

    it('teach what matches look like', () => {
      const noteOf = ({ a, b }: TrainingLabel) => [a, b].map((id) => made.records[id]?.standard.note);
      const sameNote = contradicted.filter((label) => new Set(noteOf(label)).size === 1);
      const { model: trained, report } = trainWith(sameNote);
      expect(report.sample.labels).toBeGreaterThan(15);
      expect(ratesOf(trained, 'note')[0]?.m).toBeLessThan((ratesOf(before.model, 'note')[0]?.m ?? 0) - 0.01);
    });

    it('move neither prior nor thresholds, though all that are asked are answered alike', () => {
      const { model: trained, report } = trainWith(contradicted);
      expect(report.sample.labels).toBeGreaterThan(15);
      expect(Math.abs(trained.prior - before.model.prior)).toBeLessThan(0.2);
      expect(Math.abs(trained.thresholds.link - before.model.thresholds.link)).toBeLessThanOrEqual(0.5);
      expect(report.expectedMatches / before.report.expectedMatches).toBeGreaterThan(0.9);
    });

    it('count by their weight', () => {
      const weighed = (weight: number) => trainWith(contradicted.map((label) => ({ ...label, weight })));
      const distance = (one: MatchingModel) =>
        Math.abs((ratesOf(one, 'born')[1]?.m ?? 0) - (ratesOf(before.model, 'born')[1]?.m ?? 0));
      expect(distance(weighed(0.1).model)).toBeLessThan(distance(weighed(1).model));
    });
  });

  it('learns nothing from values that the records show to be generic', () => {
    const made = make({ things: 100, change: (form) => ({ ...form, note: 'of everyone' }) });
    const key = hashBlockKey({ collection: 'things' }, 'note of everyone');
    const records = made.records.map((record) => ({ ...record, blockKeys: [...record.blockKeys, key] }));
    const trainOnNotes = train({
      model,
      records,
      maximumBlockSize,
      withoutGeneric: (forms, sizes) => forms.map(({ note: _, ...form }) => (sizes.has(key) ? form : {})),
    });
    const without = made.records.map(({ standard: { note: _, ...standard }, ...record }) => ({ ...record, standard }));
    expect(trainOnNotes).toEqual(train({ model, records: without, maximumBlockSize }));
  });

  it('takes a sample for the whole: the prior is that of the population', () => {
    const made = make({ things: 150, duplicateFree: true });
    const whole = trainOn(made);
    const records = made.records.map((record) => ({ ...record, drawn: record.id % 2 === 0 }));
    const part = train({ model, records, maximumBlockSize });
    expect(Math.abs(part.model.prior - whole.model.prior)).toBeLessThan(0.3);
    const larger = train({ model, records, maximumBlockSize, population: 16 * made.records.length });
    expect(larger.model.prior).toBeLessThan(whole.model.prior - 3.5);
  });
});

function ratesOf({ comparisons }: MatchingModel, name: string) {
  return (comparisons.find((comparison) => comparison.name === name)?.levels ?? []).slice(1);
}

/**
 * Looks for sets on which training does harm: `node dist/bench/quality/stress.js [--data DIR] [--only TEXT]`.
 * Labelled and generated sets are made poorer, smaller, dirtier, cleaner, and resolved with the shipped and a trained
 * model. A line is marked where the trained F1 is more than 0.01 below the shipped one, or the precision below 0.7. Of sets
 * without true pairs, which have neither, those where training makes more links than the shipped model and than one record in
 * a hundred. With labelled sets and all variants the table goes to `bench/results/stress.md`.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { domains } from '../../src/domains.js';
import { deskAddresses, familyFirms, generatedSet, twins } from './generated-set.js';
import { findLabelledSets, type LabelledSet } from '../labelled-set.js';
import { markdownTable } from '../markdown-table.js';
import { describeStress, stressHead } from './describe-stress.js';
import { type Outcome, prepare, resolve, trainOn } from './resolve-offline.js';
import {
  bySource,
  constant,
  duplicated,
  noisy,
  only,
  onlyDuplicated,
  open,
  sampled,
  shuffled,
  subscribed,
  without,
} from './variants.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string', default: '' },
    mappings: { type: 'string' },
  },
});

const rows: string[][] = [];
console.log(stressHead.join('  '));
for (const set of variants()) {
  if (!set.name.includes(values.only)) continue;
  const domain = domains.find(({ collection }) => collection === set.mapping.collection);
  if (!domain) throw new Error(`There is no collection ${set.mapping.collection}.`);
  const prepared = await prepare(set, domain);
  const before = resolve(prepared, domain.model);
  const { model, report } = trainOn(prepared);
  const after = resolve(prepared, model);
  const row = [
    set.name,
    String(set.records.length),
    String(set.truth.length),
    ...three(before),
    ...three(after),
    report.expected.precision.toFixed(3),
    model.thresholds.link.toFixed(1),
    report.warnings.map(({ code }) => code).join(' '),
    isHarmed(set, before, after) ? 'marked' : '',
  ];
  rows.push(row);
  console.log(row.join('  '));
}
const marked = rows.filter((row) => row.at(-1) !== '').length;
console.log(`${marked} marked`);
if (values.data !== undefined && values.only === '' && values.mappings === undefined) {
  const results = fileURLToPath(new URL('../../../bench/results/', import.meta.url));
  await writeFile(`${results}stress.md`, describeStress(markdownTable(stressHead, rows), marked, rows.length));
}

function isHarmed({ truth, records }: LabelledSet, before: Outcome, after: Outcome): boolean {
  if (truth.length > 0) return after.f1 < before.f1 - 0.01 || after.precision < 0.7;
  return after.found.size > Math.max(before.found.size, records.length / 100);
}

function three({ truth, found, precision, recall, f1 }: Outcome): string[] {
  if (truth.size === 0) return [`${found.size} wrong`, '', ''];
  return [precision, recall, f1].map((share) => share.toFixed(3));
}

function* variants(): Generator<LabelledSet> {
  yield* generatedVariants();
  if (values.data === undefined) return;
  for (const set of findLabelledSets(values.data, [], values.mappings)) yield* labelledVariants(set);
}

function* generatedVariants(): Generator<LabelledSet> {
  for (const records of [200, 1000, 6000]) {
    const people = generatedSet('customers', { seed: 7, records });
    yield people;
    yield without(people, 'email', 'telephone', 'taxID');
    yield only(people, 'type', 'name', 'givenName', 'familyName', 'birthDate');
    yield only(people, 'type', 'name', 'givenName', 'familyName', 'address');
    yield duplicated(people, 0);
    yield noisy(people, 0.15);
    const families = familyFirms(7, records);
    yield families;
    yield only(families, 'type', 'name', 'givenName', 'familyName', 'address', 'telephone');
    yield noisy(families, 0.15);
    yield subscribed(deskAddresses(7, records));
    const withTwins = twins(7, records);
    yield withTwins;
    yield duplicated(withTwins, 0.1);
    yield noisy(withTwins, 0.15);
    yield generatedSet('products', { seed: 7, records });
    const products = without(generatedSet('products', { seed: 7, records }), 'gtin', 'mpn', 'model');
    yield products;
    yield duplicated(products, 0);
    yield duplicated(products, 0.1);
    yield duplicated(products, 0.5);
    yield open(products);
    yield duplicated(open(products), 0.1);
  }
}

function* labelledVariants(set: LabelledSet): Generator<LabelledSet> {
  yield set;
  for (const count of [200, 1000]) if (count < set.records.length) yield sampled(set, count);
  yield noisy(set, 0.1);
  yield duplicated(set, 0);
  yield duplicated(set, 0.05);
  yield duplicated(set, 0.1);
  yield duplicated(set, 0.5);
  yield onlyDuplicated(set);
  if (Object.values(set.mapping.sources).some(({ source }) => source.duplicateFree)) yield open(set);
  if (set.mapping.collection === 'products') {
    yield without(set, 'description');
    yield without(set, 'price', 'manufacturer');
    yield constant(set, 'brand', 'Acme');
    yield bySource(set, 'category');
    yield shuffled(set, 'price');
    return;
  }
  yield only(set, 'name', 'givenName', 'familyName', 'birthDate');
  yield only(set, 'name', 'givenName', 'familyName', 'address');
  yield without(set, 'taxID', 'email', 'telephone');
  yield without(set, 'birthDate');
  yield constant(set, 'gender', 'f');
  yield constant(set, 'address.addressRegion', 'NSW');
  yield bySource(set, 'jobTitle');
  yield constant(set, 'telephone', '+61 2 9876 5432');
  yield noisy(set, 0.2);
}

/**
 * Looks for sets on which training does harm: `node dist/bench/quality/stress.js [--data DIR] [--only TEXT]`.
 * Labelled and generated sets are made poorer, smaller, dirtier, cleaner, and resolved with the shipped and a trained
 * model. A line is marked where the trained F1 is more than 0.01 below the shipped one, or the precision below 0.7. Of sets
 * without true pairs, which have neither, those where training makes more links than the shipped model and than one record in
 * a hundred.
 */
import { parseArgs } from 'node:util';
import { domains } from '../../src/domains.js';
import { generatedSet } from './generated-set.js';
import { findLabelledSets, type LabelledSet } from '../labelled-set.js';
import { type Outcome, prepare, resolve, trainOn } from './resolve-offline.js';
import { bySource, constant, duplicated, noisy, only, onlyDuplicated, sampled, shuffled, without } from './variants.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string', default: '' },
    mappings: { type: 'string' },
  },
});

console.log(
  `${'set'.padEnd(58)} records   pairs | shipped P      R     F1 | trained P      R     F1   expected P   R | link  prior`,
);
let harmed = 0;
for (const set of variants()) {
  if (!set.name.includes(values.only)) continue;
  const domain = domains.find(({ collection }) => collection === set.mapping.collection);
  if (!domain) throw new Error(`There is no collection ${set.mapping.collection}.`);
  const prepared = await prepare(set, domain);
  const before = resolve(prepared, domain.model);
  const { model, report } = trainOn(prepared);
  const after = resolve(prepared, model);
  const isHarmed =
    set.truth.length > 0
      ? after.f1 < before.f1 - 0.01 || after.precision < 0.7
      : after.found.size > Math.max(before.found.size, set.records.length / 100);
  if (isHarmed) harmed++;
  const { precision, recall } = report.expected;
  console.log(
    `${set.name.padEnd(58)} ${String(set.records.length).padStart(7)} ${String(set.truth.length).padStart(7)} |` +
      ` ${three(before)} | ${three(after)}   ${precision.toFixed(3)} ${recall.toFixed(3)} |` +
      ` ${model.thresholds.link.toFixed(1)} ${model.prior.toFixed(1)}` +
      `${isHarmed ? ' HARMED' : ''} ${report.warnings.map(({ code }) => code).join(' ')}`,
  );
}
console.log(`${harmed} harmed`);

function three({ truth, found, precision, recall, f1 }: Outcome): string {
  if (truth.size === 0) return `${found.size} wrong`.padEnd(20);
  return [precision, recall, f1].map((share) => share.toFixed(4)).join(' ');
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
    yield generatedSet('products', { seed: 7, records });
    const products = without(generatedSet('products', { seed: 7, records }), 'gtin', 'mpn', 'model');
    yield products;
    yield duplicated(products, 0);
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

/**
 * Measures match quality without a service: `node dist/bench/quality/offline.js --data DIR [--show N] [--trained [--report]] [set ...]`.
 * Every set of `mappings/` is mapped, standardized, blocked, scored and partitioned by the pure rooms alone, with the
 * shipped models, then, if asked, with models trained on the set. `--show N` explains N missed and N wrong pairs of each
 * set, `--report` prints what training says.
 */
import { parseArgs } from 'node:util';
import { domains } from '../../src/domains.js';
import type { MatchingModel } from '../../src/matching/model.js';
import { findLabelledSets } from '../labelled-set.js';
import { printErrors } from './print-errors.js';
import { prepare, type PreparedSet, resolve, trainOn } from './resolve-offline.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    show: { type: 'string', default: '0' },
    trained: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    mappings: { type: 'string' },
  },
});

if (values.data === undefined) {
  console.error('Usage: offline --data DIR [--show N] [--trained [--report]] [set ...]');
  process.exit(2);
}

const header = [
  'set',
  'model',
  'records',
  'cand/rec',
  'largest',
  'PC',
  'precision',
  'recall',
  'F1',
  'µs/rec',
  'pairs/s',
];
console.log(header.map((title, index) => (index === 0 ? title.padEnd(20) : title.padStart(10))).join(''));
for (const set of findLabelledSets(values.data, positionals, values.mappings)) {
  const domain = domains.find(({ collection }) => collection === set.mapping.collection);
  if (!domain) throw new Error(`There is no collection ${set.mapping.collection}.`);
  const prepared = await prepare(set, domain);
  print(prepared, 'shipped', domain.model);
  if (!values.trained) continue;
  const { model, report } = trainOn(prepared);
  print(prepared, 'trained', model);
  if (values.report) console.dir(report, { depth: 6, maxArrayLength: 1000 });
}

function print(prepared: PreparedSet, label: string, model: MatchingModel): void {
  const outcome = resolve(prepared, model);
  const cells = [
    label,
    prepared.set.records.length,
    outcome.candidatesPerRecord.toFixed(1),
    prepared.largestBlock,
    ...[outcome.pairCompleteness, outcome.precision, outcome.recall, outcome.f1].map((share) => share.toFixed(4)),
    prepared.microsecondsPerRecord.toFixed(0),
    outcome.pairsPerSecond.toFixed(0),
  ];
  console.log(prepared.set.name.padEnd(20) + cells.map((cell) => String(cell).padStart(10)).join(''));
  printErrors(prepared, model, outcome, Number(values.show));
}

/**
 * Measures match quality without a service: `node dist/bench/quality/offline.js --data DIR [--show N] [set ...]`.
 * Every set of `mappings/` is mapped, standardized, blocked, scored and partitioned by the pure rooms alone, with the
 * shipped models. `--show N` explains N missed and N wrong pairs of each set.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { domains } from '../../src/domains.js';
import { readLabelledSet } from './labelled-set.js';
import { printErrors } from './print-errors.js';
import { resolveOffline } from './resolve-offline.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    show: { type: 'string', default: '0' },
    mappings: { type: 'string', default: 'bench/quality/mappings' },
  },
});

if (values.data === undefined) {
  console.error('Usage: offline --data DIR [--show N] [set ...]');
  process.exit(2);
}

const header = ['set', 'records', 'cand/rec', 'largest', 'PC', 'precision', 'recall', 'F1', 'µs/rec', 'pairs/s'];
console.log(header.map((title, index) => (index === 0 ? title.padEnd(20) : title.padStart(10))).join(''));
const sets =
  positionals.length > 0 ? positionals : readdirSync(values.mappings).map((file) => file.replace('.json', ''));
for (const name of sets) {
  const set = readLabelledSet(name, join(values.mappings, `${name}.json`), values.data);
  const domain = domains.find(({ collection }) => collection === set.mapping.collection);
  if (!domain) throw new Error(`There is no collection ${set.mapping.collection}.`);
  const outcome = await resolveOffline(set, domain);
  const cells = [
    set.records.length,
    outcome.candidatesPerRecord.toFixed(1),
    outcome.largestBlock,
    outcome.pairCompleteness.toFixed(4),
    outcome.precision.toFixed(4),
    outcome.recall.toFixed(4),
    outcome.f1.toFixed(4),
    outcome.microsecondsPerRecord.toFixed(0),
    outcome.pairsPerSecond.toFixed(0),
  ];
  console.log(name.padEnd(20) + cells.map((cell) => String(cell).padStart(10)).join(''));
  printErrors(set, domain, outcome, Number(values.show));
}

import { customerRecords } from '../demo/generate/customers.js';
import { productRecords } from '../demo/generate/products.js';
import { Random } from '../demo/generate/random.js';
import { customer } from '../src/customer/customer.js';
import type { Domain } from '../src/domain/domain.js';
import { maximumSizeOf } from '../src/matching/blocking.js';
import type { StandardForm } from '../src/matching/model.js';
import { partition, type PartitionInput } from '../src/matching/partition.js';
import { compileModel } from '../src/matching/score.js';
import { compileRules } from '../src/survivorship/compile-rules.js';
import { blockKeyHashes } from '../src/resolution/candidates.js';
import { survive } from '../src/survivorship/survive.js';
import { product } from '../src/product/product.js';
import { type PreparedRecord, preparedRecordsOfAll } from './prepared-records.js';

const records = 5_000;
const pairLimit = 200_000;

/** Rates of the pure parts of matching on this machine, on the generated records of the demonstration. */
async function main(): Promise<void> {
  for (const [domain, generate] of [
    [customer, customerRecords],
    [product, productRecords],
  ] as const) {
    const prepared: PreparedRecord[] = [];
    for await (const record of preparedRecordsOfAll(domain, generate, { seed: 1, records })) prepared.push(record);
    measureScoring(domain, prepared);
    measureSurvivorship(domain, prepared);
  }
  for (const members of [2, 100, 1_000, 5_000]) measurePartition(members);
}

function measureScoring(domain: Domain, prepared: readonly PreparedRecord[]): void {
  const model = compileModel(domain.model);
  const candidates = candidatePairs(domain, prepared);
  const random = new Random(1);
  const strangers = candidates.map(() => [random.pick(prepared).form, random.pick(prepared).form] as const);
  for (const [name, pairs] of [
    ['candidates', candidates],
    ['strangers', strangers],
  ] as const) {
    const seconds = fastest(() => {
      for (const [a, b] of pairs) model.weigh(a, b);
    });
    print(`weigh ${domain.collection}, ${pairs.length} ${name}`, pairs.length / seconds, 'pairs/s');
  }
}

/** Pairs that share a block key, as resolution scores them: one record against all of its candidates. */
function candidatePairs(
  domain: Domain,
  prepared: readonly PreparedRecord[],
): (readonly [StandardForm, StandardForm])[] {
  const blocks = new Map<number, StandardForm[]>();
  const pairs: (readonly [StandardForm, StandardForm])[] = [];
  for (const { form } of prepared) {
    const found = new Set<StandardForm>();
    for (const key of blockKeyHashes(domain, form)) {
      const block = blocks.get(key) ?? [];
      for (const other of block.slice(0, maximumSizeOf(domain.maximumBlockSize, key))) found.add(other);
      blocks.set(key, [...block, form]);
    }
    for (const other of found) pairs.push([form, other]);
    if (pairs.length >= pairLimit) break;
  }
  return pairs;
}

function measureSurvivorship(domain: Domain, prepared: readonly PreparedRecord[]): void {
  const members = prepared.map(({ member }) => member);
  const rules = compileRules(domain.attributes, domain.survivorship);
  for (const size of [1, 2, 4]) {
    const groups = members.slice(0, 2_000).map((_, index) => members.slice(index, index + size));
    const seconds = fastest(() => {
      for (const group of groups) survive(group, rules);
    });
    print(`survive ${domain.collection}, ${size} members`, (seconds / groups.length) * 1e6, 'µs');
  }
}

/** Things of about eight records, most pairs within linked, and weak links between them. */
function measurePartition(count: number): void {
  const random = new Random(count);
  const links: PartitionInput['links'][number][] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a - (a % 8); b < a; b++) if (random.chance(0.8)) links.push({ a, b, weight: 5 + random.next() * 20 });
    for (let k = 0; k < 5; k++) links.push({ a, b: random.integer(0, count - 1), weight: random.next() * 9 });
  }
  const members = Array.from({ length: count }, (_, id) => {
    return { id, source: `s${id % 3}`, sourceId: String((id * 7919) % 1_000_003), duplicateFree: false };
  });
  const repetitions = Math.ceil(5_000 / count);
  const seconds = fastest(() => {
    for (let i = 0; i < repetitions; i++) partition({ members, links, decisions: [], linkThreshold: 5 });
  });
  print(`partition, ${count} members, ${links.length} links`, (seconds / repetitions) * 1e3, 'ms');
}

/** Processor seconds of the fastest of several runs, so that other work of the machine counts less. */
function fastest(run: () => void): number {
  const times = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return Math.min(...times) / 1e6;
}

function print(what: string, figure: number, unit: string): void {
  console.log(
    `${what.padEnd(44)} ${figure.toLocaleString('en', { maximumSignificantDigits: 3 }).padStart(10)} ${unit}`,
  );
}

await main();

import { canonicalize, type Canonicalization } from '../../src/domain/canonicalize.js';
import type { Domain } from '../../src/domain/domain.js';
import { genericKeys, valueKeys } from '../../src/domain/generic-keys.js';
import { hashBlockKey, maximumSizeOf } from '../../src/matching/blocking.js';
import type { PartitionDecision } from '../../src/matching/partition.js';
import { compileModel } from '../../src/matching/score.js';
import { GenericValues } from '../../src/resolution/generic-values.js';
import { clusters } from '../../src/resolution/components.js';
import { linkBetween, type Link } from '../../src/resolution/score-candidates.js';
import { compileRules } from '../../src/survivorship/compile-rules.js';
import { survive, type GoldenContent } from '../../src/survivorship/survive.js';

/** A record as its source holds it. */
export interface HeldRecord {
  readonly source: string;
  readonly sourceId: string;
  readonly data: unknown;
}

/** A standing decision of a steward, of records by `source/sourceId`. */
export interface StandingDecision {
  readonly kind: string;
  readonly verdict: string;
  readonly sides: readonly [readonly string[], readonly string[]];
}

/**
 * The partition of all records at once, by the pure rooms alone and with no database: what any order of arrivals, batches and
 * workers must end in. Clusters as sorted lists of `source/sourceId`.
 */
export function partitionOfAll(
  domain: Domain,
  records: readonly HeldRecord[],
  decisions: readonly StandingDecision[] = [],
): string[][] {
  const model = compileModel(domain.model);
  const members = records.map((record, id) => {
    const { source, sourceId } = record;
    const standard = domain.standardize(canonicalOf(domain, record).canonical, {});
    return { id, source, sourceId, duplicateFree: false, standard, keys: domain.blockKeys(standard) };
  });
  const sizes = new Map<string, number>();
  for (const key of members.flatMap(({ keys }) => keys)) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const isOversized = (key: string): boolean =>
    (sizes.get(key) ?? 0) > maximumSizeOf(domain.maximumBlockSize, hashBlockKey(domain, key));
  const oversized = [...sizes.keys()].filter(isOversized);
  const oversizedBlocks = new Map(oversized.map((key) => [hashBlockKey(domain, key), sizes.get(key) ?? 0]));
  const values = members.flatMap(({ standard }) => valueKeys(domain, standard, (key) => oversizedBlocks.has(key)));
  const generic = new GenericValues(domain, genericKeys(domain, values, oversizedBlocks));
  const links: Link[] = [];
  for (const x of members) {
    for (const y of members.slice(x.id + 1)) {
      const shared = x.keys.some((key) => y.keys.includes(key) && !oversized.includes(key));
      const link = shared ? linkBetween(model, x, y, generic) : undefined;
      if (link) links.push(link);
    }
  }
  const byId = new Map(members.map((member) => [member.id, member]));
  const idOf = new Map(members.map((member) => [nameOf(member), member.id]));
  const decided = decisions.flatMap((decision) => toPartition(decision, idOf));
  return sorted(clusters(byId, links, decided, model.thresholds).map((cluster) => cluster.map(nameOf)));
}

/** What a golden record of these records holds by the rules that the domain ships, with no pins. */
export function goldenContentOf(
  domain: Domain,
  records: readonly (HeldRecord & { readonly observedAt: string })[],
  trust: number,
): GoldenContent {
  const members = records.map((record) => {
    const { canonical, flags } = canonicalOf(domain, record);
    const flagged = flags.map(({ path }) => path.split('.')[0] ?? path);
    const { source, sourceId, observedAt } = record;
    return { source, sourceId, observedAt, trust, canonical, flagged };
  });
  return survive(members, compileRules(domain.attributes, domain.survivorship));
}

function canonicalOf(domain: Domain, { source, sourceId, data }: HeldRecord): Canonicalization & { ok: true } {
  const read = canonicalize(domain.attributes, data, {});
  if (!read.ok) throw new Error(`${source}/${sourceId} is no record: ${JSON.stringify(read.errors)}`);
  return read;
}

/** A match holds all its records together, a split also those that it splits off. Records that are withdrawn are passed over. */
function toPartition(
  { kind, verdict, sides }: StandingDecision,
  idOf: ReadonlyMap<string, number>,
): readonly PartitionDecision[] {
  const [one, other] = sides.map((side) => side.flatMap((name) => idOf.get(name) ?? [])) as [number[], number[]];
  if (verdict === 'match') return [{ verdict: 'match', records: [...one, ...other] }];
  const apart: PartitionDecision = { verdict: 'noMatch', records: one, others: other };
  return kind === 'split' ? [apart, { verdict: 'match', records: one }] : [apart];
}

function nameOf({ source, sourceId }: { readonly source: string; readonly sourceId: string }): string {
  return `${source}/${sourceId}`;
}

/** The partition that a crosswalk tells, in the same form. */
export function partitionOfCrosswalk(
  lines: readonly { readonly source: string; readonly sourceId: string; readonly goldenId: string | null }[],
): string[][] {
  const groups = new Map<string, string[]>();
  for (const { source, sourceId, goldenId } of lines) {
    const key = goldenId ?? `unresolved ${source}/${sourceId}`;
    groups.set(key, [...(groups.get(key) ?? []), `${source}/${sourceId}`]);
  }
  return sorted([...groups.values()]);
}

function sorted(groups: readonly string[][]): string[][] {
  return groups.map((group) => group.toSorted()).toSorted(([x = ''], [y = '']) => (x < y ? -1 : 1));
}

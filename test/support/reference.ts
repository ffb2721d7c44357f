import { canonicalize } from '../../src/domain/canonicalize.js';
import type { Domain } from '../../src/domain/domain.js';
import { hashBlockKey } from '../../src/matching/blocking.js';
import { compileModel } from '../../src/matching/score.js';
import { GenericValues } from '../../src/resolution/generic-values.js';
import { clusters } from '../../src/resolution/components.js';
import { linkBetween, type Link } from '../../src/resolution/score-candidates.js';

/** A record as its source holds it. */
export interface HeldRecord {
  readonly source: string;
  readonly sourceId: string;
  readonly data: unknown;
}

/**
 * The partition of all records at once, by the pure rooms alone and with no database: what any order of arrivals, batches and
 * workers must end in. Clusters as sorted lists of `source/sourceId`.
 */
export function partitionOfAll(domain: Domain, records: readonly HeldRecord[]): string[][] {
  const model = compileModel(domain.model);
  const members = records.map(({ source, sourceId, data }, id) => {
    const read = canonicalize(domain.attributes, data, {});
    if (!read.ok) throw new Error(`${source}/${sourceId} is no record: ${JSON.stringify(read.errors)}`);
    const standard = domain.standardize(read.canonical, {});
    return { id, source, sourceId, duplicateFree: false, standard, keys: domain.blockKeys(standard) };
  });
  const sizes = new Map<string, number>();
  for (const key of members.flatMap(({ keys }) => keys)) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const oversized = [...sizes].filter(([, size]) => size > domain.maximumBlockSize).map(([key]) => key);
  const generic = new GenericValues(domain, new Set(oversized.map((key) => hashBlockKey(domain.collection, key))));
  const links: Link[] = [];
  for (const x of members) {
    for (const y of members.slice(x.id + 1)) {
      const shared = x.keys.some((key) => y.keys.includes(key) && (sizes.get(key) ?? 0) <= domain.maximumBlockSize);
      const link = shared ? linkBetween(model, x, y, generic) : undefined;
      if (link) links.push(link);
    }
  }
  return sorted(
    clusters(new Map(members.map((member) => [member.id, member])), links, [], model.thresholds).map((cluster) =>
      cluster.map(({ source, sourceId }) => `${source}/${sourceId}`),
    ),
  );
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

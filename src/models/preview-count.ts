import type { Link } from '../resolution/score-candidates.js';
import type { PreviewedRecord, PreviewExample, PreviewResult } from './model-results.dto.js';
import type { Group, GroupMember } from './regrouped-records.js';

type Cluster = readonly GroupMember[];

const examplesKept = 20;
const clustersShown = 10;
const recordsShown = 10;

/** Adds up what a model would change, group by group, in memory that does not grow with the number of groups. */
export class PreviewCount {
  /** How many records were counted so far. */
  records = 0;
  private readonly golden = { before: 0, after: 0, stay: 0, merge: 0, split: 0, regroup: 0 };
  private links = 0;
  private reviews = 0;
  // The most doubtful first: merges by the weakest link, splits over the strongest one.
  private readonly merges = new Examples((weight) => weight);
  private readonly splits = new Examples((weight) => -weight);

  add({ clusters, links }: Group): void {
    const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map((member) => [member.id, cluster] as const)));
    const memberOf = new Map(clusters.flat().map((member) => [member.id, member]));
    const changed = new ChangedGroup(clusters);
    for (const link of links) {
      const [a, b] = [memberOf.get(link.a), memberOf.get(link.b)];
      const together = clusterOf.get(link.a) === clusterOf.get(link.b) && a !== undefined;
      if (!link.review) this.links++;
      if (!together) this.reviews++;
      if (a && b) changed.note(link, [a, b], clusterOf.get(link.a) ?? [], together);
    }
    this.records += memberOf.size;
    this.golden.after += clusters.length;
    this.count(changed);
    for (const example of changed.merges()) this.merges.add(example);
    for (const example of changed.splits()) this.splits.add(example);
  }

  result(): Omit<PreviewResult, 'model'> {
    const { records, links, reviews } = this;
    const examples = { merge: this.merges.kept, split: this.splits.kept };
    return { records, golden: { ...this.golden }, links, reviews, examples };
  }

  private count({ parts }: ChangedGroup): void {
    for (const clusters of parts.values()) {
      const loses = clusters.size > 1;
      const isJoined = [...clusters].some((cluster) => goldenIdsOf(cluster).size > 1);
      this.golden.before++;
      if (loses && isJoined) this.golden.regroup++;
      else if (loses) this.golden.split++;
      else if (isJoined) this.golden.merge++;
      else this.golden.stay++;
    }
  }
}

/** What becomes of the golden records of a group, and the strongest links across each change. */
class ChangedGroup {
  /** The clusters that the records of each golden record go to. */
  readonly parts = new Map<string, Set<Cluster>>();
  private readonly joining = new Map<Cluster, PreviewExample['link']>();
  private readonly parting = new Map<string, PreviewExample['link']>();

  constructor(clusters: readonly Cluster[]) {
    for (const cluster of clusters)
      for (const goldenId of goldenIdsOf(cluster)) {
        const parts = this.parts.get(goldenId);
        if (parts) parts.add(cluster);
        else this.parts.set(goldenId, new Set([cluster]));
      }
  }

  note({ weight }: Link, [a, b]: readonly [GroupMember, GroupMember], cluster: Cluster, together: boolean): void {
    const link = { a: presentRecord(a), b: presentRecord(b), weight };
    if (together && a.goldenId !== b.goldenId) keepStrongest(this.joining, cluster, link);
    if (!together && a.goldenId !== null && a.goldenId === b.goldenId) keepStrongest(this.parting, a.goldenId, link);
  }

  *merges(): Generator<PreviewExample> {
    const clusters = new Set([...this.parts.values()].flatMap((parts) => [...parts]));
    for (const cluster of clusters)
      if (goldenIdsOf(cluster).size > 1) yield presentExample([cluster], this.joining.get(cluster));
  }

  *splits(): Generator<PreviewExample> {
    for (const [goldenId, parts] of this.parts)
      if (parts.size > 1) yield presentExample([...parts], this.parting.get(goldenId));
  }
}

/** The first few of any number of examples, by the weight of their links; one without a link is the last. */
class Examples {
  readonly kept: PreviewExample[] = [];

  constructor(private readonly orderOf: (weight: number) => number) {}

  add(example: PreviewExample): void {
    const place = this.kept.findIndex((other) => this.order(example) < this.order(other));
    this.kept.splice(place < 0 ? this.kept.length : place, 0, example);
    this.kept.length = Math.min(this.kept.length, examplesKept);
  }

  private order({ link }: PreviewExample): number {
    return link ? this.orderOf(link.weight) : Infinity;
  }
}

function keepStrongest<Key>(
  strongest: Map<Key, PreviewExample['link']>,
  key: Key,
  link: NonNullable<PreviewExample['link']>,
): void {
  if (link.weight > (strongest.get(key)?.weight ?? -Infinity)) strongest.set(key, link);
}

function goldenIdsOf(cluster: Cluster): Set<string> {
  return new Set(cluster.flatMap(({ goldenId }) => goldenId ?? []));
}

function presentExample(clusters: readonly Cluster[], link: PreviewExample['link']): PreviewExample {
  const after = clusters.slice(0, clustersShown).map((cluster) => ({
    size: cluster.length,
    records: cluster.slice(0, recordsShown).map(presentRecord),
  }));
  return { after, ...(link && { link }) };
}

function presentRecord({ source, sourceId, goldenId }: GroupMember): PreviewedRecord {
  return { source, sourceId, goldenId };
}

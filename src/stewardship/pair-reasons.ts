import type { Evidence } from '../matching/evidence.js';
import type { PartitionDecision } from '../matching/partition.js';
import type { Reason } from './explained-pair.dto.js';
import type { ExplainedRecord, GoldenMember, StoredLink } from './explained-pair.repository.js';

/** A pair, and all that may have kept it apart or brought it together. */
export interface PairSurroundings {
  readonly a: ExplainedRecord;
  readonly b: ExplainedRecord;
  /** Every record of the golden records of the two. */
  readonly members: readonly GoldenMember[];
  /** The links among the members. */
  readonly links: readonly StoredLink[];
  /** What stewards have decided of any of them. */
  readonly decisions: readonly PartitionDecision[];
}

/** The comparisons but for each of which the pair would reach the link threshold. */
export function contradictions({ comparisons, weight }: Evidence, link: number): Reason[] {
  if (weight >= link) return [];
  return comparisons
    .filter((part) => weight - part.weight - part.termFrequency >= link)
    .map(({ comparison }) => ({ kind: 'contradiction', comparison, records: [] }));
}

/** What keeps two records apart that the weight would join. */
export function whatSeparates(pair: PairSurroundings): Reason[] {
  const reasons = [...toldApart(pair), ...rivals(pair)];
  return reasons.length > 0 ? reasons : [{ kind: 'cohesion', records: [] }];
}

/** What keeps two records together that their own weight would not join. */
export function whatConnects(pair: PairSurroundings): Reason[] {
  const { a, b, members, decisions } = pair;
  const matched = decisions.filter(({ verdict, records }) => verdict === 'match' && records.some(isOf(members)));
  const direct = matched.find(({ records }) => records.includes(a.id) && records.includes(b.id));
  if (direct) return [{ kind: 'matched', records: named(direct.records, members) }];
  const path = strongestPath(pair);
  if (path.length > 0) return [{ kind: 'connected', records: named(path, members) }];
  return matched.map(({ records }) => ({ kind: 'matched', records: named(records, members) }));
}

function toldApart({ a, b, members, decisions }: PairSurroundings): Reason[] {
  const sideOf = (goldenId: string | null) =>
    new Set(members.flatMap((one) => (one.goldenId === goldenId ? one.id : [])));
  const [withA, withB] = [sideOf(a.goldenId), sideOf(b.goldenId)];
  return decisions.flatMap((decision): Reason[] => {
    if (decision.verdict !== 'noMatch') return [];
    const { records, others } = decision;
    const crosses = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
      records.some((id) => one.has(id)) && others.some((id) => other.has(id));
    if (!crosses(withA, withB) && !crosses(withB, withA)) return [];
    return [{ kind: 'toldApart', records: named([...records, ...others], members) }];
  });
}

/** The sources without duplicates that have a record on either side. */
function rivals({ a, b, members }: PairSurroundings): Reason[] {
  const bySource = new Map<string, GoldenMember[]>();
  for (const member of members)
    if (member.duplicateFree) bySource.set(member.source, [...(bySource.get(member.source) ?? []), member]);
  return [...bySource.values()]
    .filter((own) => [a, b].every(({ goldenId }) => own.some((member) => member.goldenId === goldenId)))
    .map((own) => ({ kind: 'duplicateFree', records: own.map(({ source, sourceId }) => ({ source, sourceId })) }));
}

/**
 * The records from one of the two to the other along links, so that the weakest link of them is as strong as can be:
 * taken from the strongest on, links connect the two no sooner than that one is taken, and then by one path alone.
 */
function strongestPath({ a, b, links }: PairSurroundings): number[] {
  const neighbours = new Map<number, number[]>();
  const reach = (from: number, to: number, seen: Set<number>): number[] | undefined => {
    if (from === to) return [to];
    seen.add(from);
    for (const next of neighbours.get(from) ?? []) {
      const rest = seen.has(next) ? undefined : reach(next, to, seen);
      if (rest) return [from, ...rest];
    }
    return undefined;
  };
  for (const link of links) {
    if (reach(link.a, link.b, new Set())) continue;
    neighbours.set(link.a, [...(neighbours.get(link.a) ?? []), link.b]);
    neighbours.set(link.b, [...(neighbours.get(link.b) ?? []), link.a]);
    const path = reach(a.id, b.id, new Set());
    if (path) return path;
  }
  return [];
}

function isOf(members: readonly GoldenMember[]): (id: number) => boolean {
  const ids = new Set(members.map(({ id }) => id));
  return (id) => ids.has(id);
}

function named(ids: readonly number[], members: readonly GoldenMember[]): Reason['records'] {
  const byId = new Map(members.map(({ id, source, sourceId }) => [id, { source, sourceId }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

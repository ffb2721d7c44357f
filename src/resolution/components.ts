import type { Thresholds } from '../matching/model.js';
import { raiseMutualBest } from '../matching/mutual-best.js';
import { partition, type PartitionDecision, type PartitionMember } from '../matching/partition.js';
import type { Link } from './score-candidates.js';

/** The connected components of the members, as lists of ids: by links, and by matches. */
export function components(
  memberIds: readonly number[],
  links: readonly Pick<Link, 'a' | 'b'>[],
  decisions: readonly PartitionDecision[],
): number[][] {
  const parent = new Map(memberIds.map((id) => [id, id]));
  const root = (id: number): number => {
    let current = id;
    for (let next = parent.get(current) ?? current; next !== current; next = parent.get(current) ?? current) {
      parent.set(current, parent.get(next) ?? next);
      current = next;
    }
    return current;
  };
  for (const { a, b } of links) if (parent.has(a) && parent.has(b)) parent.set(root(a), root(b));
  for (const { verdict, records } of decisions) {
    const [first, ...others] = verdict === 'match' ? records.filter((id) => parent.has(id)) : [];
    if (first !== undefined) for (const other of others) parent.set(root(other), root(first));
  }
  const groups = new Map<number, number[]>();
  for (const id of memberIds) {
    const group = groups.get(root(id));
    if (group) group.push(id);
    else groups.set(root(id), [id]);
  }
  return [...groups.values()];
}

/**
 * Partitions each component into clusters: the records that are one real thing. Takes all links between the members, reviews
 * included; the members must be all records on which the clusters of any of them depend, as `ComponentLock` takes them.
 */
export function clusters<Member extends PartitionMember>(
  members: ReadonlyMap<number, Member>,
  links: readonly Link[],
  decisions: readonly PartitionDecision[],
  { link: linkThreshold, cohesion, mutualBest = 0 }: Thresholds,
): Member[][] {
  const raised = raiseMutualBest(links, members, mutualBest);
  const joining = raised.filter(({ weight, review }) => !review || weight >= linkThreshold);
  const linksOf = new Map<number, Link[]>();
  for (const link of raised) {
    const known = linksOf.get(link.a);
    if (known) known.push(link);
    else linksOf.set(link.a, [link]);
  }
  const decisionsOf = byRecord(decisions);
  return components([...members.keys()], joining, decisions).flatMap((component) => {
    const group = component.flatMap((id) => members.get(id) ?? []);
    if (group.length === 1) return [group];
    const inside = new Set(component);
    return partition({
      members: group,
      links: component.flatMap((id) => linksOf.get(id) ?? []).filter(({ b }) => inside.has(b)),
      decisions: [...new Set(component.flatMap((id) => decisionsOf.get(id) ?? []))],
      linkThreshold,
      cohesion,
    }).map((ids) => ids.flatMap((id) => members.get(id) ?? []));
  });
}

function byRecord(decisions: readonly PartitionDecision[]): Map<number, PartitionDecision[]> {
  const decisionsOf = new Map<number, PartitionDecision[]>();
  for (const decision of decisions) {
    for (const id of decision.verdict === 'match' ? decision.records : [...decision.records, ...decision.others]) {
      const known = decisionsOf.get(id);
      if (known) known.push(decision);
      else decisionsOf.set(id, [decision]);
    }
  }
  return decisionsOf;
}

import type { Thresholds } from '../matching/model.js';
import { partition, type PartitionMember } from '../matching/partition.js';
import type { Link } from './score-candidates.js';

/** The connected components of the members by the links that a model makes by itself, as lists of ids. */
export function components(memberIds: readonly number[], links: readonly Link[]): number[][] {
  const parent = new Map(memberIds.map((id) => [id, id]));
  const root = (id: number): number => {
    let current = id;
    for (let next = parent.get(current) ?? current; next !== current; next = parent.get(current) ?? current) {
      parent.set(current, parent.get(next) ?? next);
      current = next;
    }
    return current;
  };
  for (const { a, b, review } of links) if (!review && parent.has(a) && parent.has(b)) parent.set(root(a), root(b));
  const groups = new Map<number, number[]>();
  for (const id of memberIds) {
    const group = groups.get(root(id));
    if (group) group.push(id);
    else groups.set(root(id), [id]);
  }
  return [...groups.values()];
}

/** Partitions each component into clusters: the records that are one real thing. */
export function clusters<Member extends PartitionMember>(
  members: ReadonlyMap<number, Member>,
  links: readonly Link[],
  { link: linkThreshold, cohesion }: Thresholds,
): Member[][] {
  const byRecord = new Map<number, Link[]>();
  for (const link of links) {
    const known = byRecord.get(link.a);
    if (known) known.push(link);
    else byRecord.set(link.a, [link]);
  }
  return components([...members.keys()], links).flatMap((component) => {
    const group = component.flatMap((id) => members.get(id) ?? []);
    if (group.length === 1) return [group];
    const inside = new Set(component);
    return partition({
      members: group,
      links: component.flatMap((id) => byRecord.get(id) ?? []).filter(({ b }) => inside.has(b)),
      decisions: [],
      linkThreshold,
      cohesion,
    }).map((ids) => ids.flatMap((id) => members.get(id) ?? []));
  });
}

import type { PartitionInput, PartitionMember } from '../../src/matching/partition.js';

/**
 * Reads the state of a component from text, statements apart by `/` or line ends:
 *
 * - `a1 ~ b1 12.3` the records a1 and b1 are linked by 12.3 bits
 * - `a1 = b1 steward` a steward has matched the two, `a1 x b1 steward` told them apart; either side may name several
 * - `a duplicate-free` the source a has at most one record of a thing
 * - `a1` a record, where nothing else names it
 *
 * A record's letters are its source and its digits its id there. Ids are given in the order of first mention.
 */
export function readClusterState(text: string, linkThreshold = 5): PartitionInput {
  const names: string[] = [];
  const duplicateFree = new Set<string>();
  const links: PartitionInput['links'][number][] = [];
  const decisions: PartitionInput['decisions'][number][] = [];
  const idOf = (name: string) => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name) + 1;
  };
  for (const statement of text.split(/[/\n]/).map((part) => part.trim())) {
    const link = /^([a-z]+\d+) ~ ([a-z]+\d+) (-?[\d.]+)$/.exec(statement);
    const decision = /^([a-z]+\d+(?: [a-z]+\d+)*) ([=x]) ([a-z]+\d+(?: [a-z]+\d+)*) steward$/.exec(statement);
    const source = /^([a-z]+) duplicate-free$/.exec(statement)?.[1];
    if (link) {
      const [, one = '', other = '', weight] = link;
      links.push({ a: idOf(one), b: idOf(other), weight: Number(weight) });
    } else if (decision) {
      const [, one = '', sign, other = ''] = decision;
      const [records, others] = [one.split(' ').map(idOf), other.split(' ').map(idOf)];
      if (sign === '=') decisions.push({ verdict: 'match', records: [...records, ...others] });
      else decisions.push({ verdict: 'noMatch', records, others });
    } else if (source !== undefined) duplicateFree.add(source);
    else if (/^[a-z]+\d+$/.test(statement)) idOf(statement);
    else if (statement !== '') throw new Error(`Not a statement: ${statement}`);
  }
  const members = names.map((name): PartitionMember => {
    const [source = '', sourceId = ''] = name.split(/(?<=[a-z])(?=\d)/);
    return { id: idOf(name), source, sourceId, duplicateFree: duplicateFree.has(source) };
  });
  return { members, links, decisions, linkThreshold };
}

/** Writes clusters as `{a1 b1} {c1}`, in the order in which they are given. */
export function writeClusters(input: PartitionInput, clusters: readonly (readonly number[])[]): string {
  const names = new Map(input.members.map(({ id, source, sourceId }) => [id, source + sourceId]));
  return clusters.map((cluster) => `{${cluster.map((id) => names.get(id) ?? `?${id}`).join(' ')}}`).join(' ');
}

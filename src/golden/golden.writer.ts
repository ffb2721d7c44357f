import { Injectable } from '@nestjs/common';
import { v7 as newGoldenId } from 'uuid';
import type { Domain } from '../domain/domain.js';
import { Outbox } from '../events/outbox.js';
import { StandingPins, type PinsByBearer } from '../pins/standing-pins.js';
import type { Transaction } from '../platform/database/database.js';
import { ActiveRules } from '../rules/active-rules.js';
import type { Member } from '../survivorship/candidate.js';
import type { CompiledRules } from '../survivorship/compile-rules.js';
import type { Pin } from '../survivorship/pin.js';
import { survive } from '../survivorship/survive.js';
import { GoldenMembers } from './golden-members.js';
import { GoldenWriterRepository, type CurrentGolden, type VersionToWrite } from './golden-writer.repository.js';
import {
  versionContent,
  type Change,
  type GoldenVersion,
  type Related,
  type VersionContent,
} from './golden-version.js';
import { assignIdentities, type Assignment, type IdentityRecord } from './identity.js';
import { SearchVocabulary } from './search-vocabulary.js';
import { searchWords } from './search-words.js';

/** What a resolution found of the golden records that it touched, all of whose records are locked. */
export interface Partitioned {
  readonly domain: Domain;
  /** The clusters of every live record concerned. */
  readonly clusters: readonly (readonly IdentityRecord[])[];
  /** Records that are gone from their sources and still belong to a golden record. */
  readonly deleted: readonly IdentityRecord[];
  /** Records whose content may have changed since their golden record was computed. */
  readonly changed: ReadonlySet<number>;
  readonly at: Date;
}

/** What golden records are computed by. */
interface Survivorship {
  readonly members: ReadonlyMap<number, Member>;
  readonly rules: CompiledRules;
  readonly pins: PinsByBearer;
}

const nothing: VersionContent = { attributes: {}, lineage: {}, records: [] };

/** Turns a partition into golden records: identity, survivorship, one version and one event for each change. */
@Injectable()
export class GoldenWriter {
  constructor(
    private readonly repository: GoldenWriterRepository,
    private readonly outbox: Outbox,
    private readonly members: GoldenMembers,
    private readonly rules: ActiveRules,
    private readonly pins: StandingPins,
    private readonly vocabulary: SearchVocabulary,
  ) {}

  /** @returns the new versions of golden records, as written */
  async apply(tx: Transaction, partitioned: Partitioned): Promise<readonly GoldenVersion[]> {
    const assignments = assignIdentities(partitioned.clusters, newGoldenId);
    const sizes = membersBefore(partitioned);
    const affected = assignments.filter((assignment) => isAffected(assignment, sizes, partitioned.changed));
    const ended = endedGoldens(partitioned, assignments);
    const existing = affected.filter(({ isNew }) => !isNew).map(({ goldenId }) => goldenId);
    const [survivorship, current] = await Promise.all([
      this.survivorship(tx, partitioned, affected),
      this.repository.current(tx, [...existing, ...ended]),
    ]);
    const before = new Map(current.map((golden) => [golden.id, golden]));
    const versions = [
      ...affected.flatMap(
        (assignment) => nextVersion(partitioned, assignment, survivorship, before.get(assignment.goldenId)) ?? [],
      ),
      ...ended.map((id) => lastVersion(partitioned, id, before.get(id))),
    ];
    await Promise.all([
      this.vocabulary.add(
        tx,
        versions.map(({ searchWords }) => searchWords),
      ),
      this.repository.write(tx, versions),
      this.repository.redirect(
        tx,
        affected.flatMap(({ merged, goldenId }) => merged.map((from) => ({ from, into: goldenId }))),
        partitioned.at,
      ),
      this.repository.assign(tx, [
        ...affected.flatMap(({ records, goldenId }) =>
          records.filter((record) => record.goldenId !== goldenId).map((record) => ({ recordId: record.id, goldenId })),
        ),
        ...partitioned.deleted.map((record) => ({ recordId: record.id, goldenId: null })),
      ]),
      this.outbox.append(tx, versions),
    ]);
    return versions;
  }

  /** Rules and pins are those in force once the records are locked: see `ActiveRules.of`, which holds for pins alike. */
  private async survivorship(
    tx: Transaction,
    { domain, deleted }: Partitioned,
    affected: readonly Assignment[],
  ): Promise<Survivorship> {
    const records = affected.flatMap((assignment) => assignment.records);
    const recordIds = records.map(({ id }) => id);
    const turned = [...deleted, ...records.filter(({ goldenId }) => goldenId === null)].map(({ id }) => id);
    const [members, rules, pins] = await Promise.all([
      this.members.of(tx, recordIds),
      this.rules.of(tx, domain),
      this.pins.settle(tx, [...recordIds, ...deleted.map(({ id }) => id)], new Set(turned)),
    ]);
    return { members, rules, pins };
  }
}

function membersBefore({ clusters, deleted }: Partitioned): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { goldenId } of [...clusters.flat(), ...deleted])
    if (goldenId !== null) sizes.set(goldenId, (sizes.get(goldenId) ?? 0) + 1);
  return sizes;
}

function isAffected(
  assignment: Assignment,
  before: ReadonlyMap<string, number>,
  changed: ReadonlySet<number>,
): boolean {
  return (
    assignment.records.length !== before.get(assignment.goldenId) ||
    assignment.records.some(({ id, goldenId }) => goldenId !== assignment.goldenId || changed.has(id))
  );
}

/** Golden records that have lost their last record and live on in no other. */
function endedGoldens({ deleted }: Partitioned, assignments: readonly Assignment[]): string[] {
  const alive = new Set(assignments.flatMap(({ goldenId, merged }) => [goldenId, ...merged]));
  return [...new Set(deleted.flatMap(({ goldenId }) => (goldenId === null || alive.has(goldenId) ? [] : [goldenId])))];
}

/** @returns `undefined` where nothing changes */
function nextVersion(
  { domain, at }: Partitioned,
  assignment: Assignment,
  { members, rules, pins }: Survivorship,
  before: CurrentGolden | undefined,
): VersionToWrite | undefined {
  const cluster: Member[] = [];
  const borne: Pin[] = [];
  for (const { id } of assignment.records) {
    const member = members.get(id);
    if (member) cluster.push(member);
    borne.push(...(pins.get(id) ?? []));
  }
  const content = versionContent(cluster, survive(cluster, rules, borne));
  const change = changeOf(assignment);
  if (before && change === 'updated' && sameContent(before, content)) return undefined;
  return {
    attributes: content.attributes,
    lineage: content.lineage,
    records: content.records,
    goldenId: assignment.goldenId,
    version: (before?.version ?? 0) + 1,
    change,
    related: relatedOf(assignment),
    createdAt: at,
    collection: domain.collection,
    status: 'active',
    searchWords: searchWords(domain, content.attributes),
  };
}

function lastVersion({ domain, at }: Partitioned, goldenId: string, before: CurrentGolden | undefined): VersionToWrite {
  return {
    ...nothing,
    goldenId,
    version: (before?.version ?? 0) + 1,
    change: 'deleted',
    related: null,
    createdAt: at,
    collection: domain.collection,
    status: 'deleted',
    searchWords: [],
  };
}

function changeOf({ isNew, merged, splitInto }: Assignment): Change {
  if (isNew) return 'created';
  if (merged.length > 0) return 'merged';
  return splitInto.length > 0 ? 'split' : 'updated';
}

function relatedOf({ merged, splitInto, splitFrom }: Assignment): Related | null {
  if (merged.length === 0 && splitInto.length === 0 && splitFrom === undefined) return null;
  return {
    ...(merged.length > 0 ? { merged } : {}),
    ...(splitInto.length > 0 ? { splitInto } : {}),
    ...(splitFrom === undefined ? {} : { splitFrom }),
  };
}

/** A record that was merely observed again changes no golden record: only the times would differ. */
function sameContent(before: VersionContent, after: VersionContent): boolean {
  return sameRecords(before.records, after.records) && valuesOf(before) === valuesOf(after);
}

function sameRecords(before: VersionContent['records'], after: VersionContent['records']): boolean {
  if (before.length !== after.length) return false;
  return before.every(([source, sourceId], index) => {
    const other = after[index];
    return other?.[0] === source && other[1] === sourceId;
  });
}

function valuesOf({ attributes, lineage }: VersionContent): string {
  return JSON.stringify([attributes, lineage]);
}

import type { CanonicalRecord } from '../../src/domain/attribute.js';
import { canonicalize } from '../../src/domain/canonicalize.js';
import type { Domain } from '../../src/domain/domain.js';
import type { MatchingModel, StandardForm } from '../../src/matching/model.js';
import type { PartitionDecision } from '../../src/matching/partition.js';
import { compileModel } from '../../src/matching/score.js';
import { clusters } from '../../src/resolution/components.js';
import { linkBetween, type Link } from '../../src/resolution/score-candidates.js';
import { compileRules } from '../../src/survivorship/compile-rules.js';
import { survive, type GoldenContent } from '../../src/survivorship/survive.js';
import { ReferencePins } from './reference-pins.js';
import { byName, nameOf, type ReferenceRecord } from './reference-record.js';

/** A decision as the reference holds it: the records of its sides. */
export interface ReferenceDecision {
  readonly id: string;
  readonly kind: string;
  readonly verdict: string;
  readonly sides: readonly (readonly ReferenceRecord[])[];
  standing: boolean;
  supersededBy?: string;
}

/** A golden record as it is to be. */
export interface ReferenceGolden {
  readonly id: string;
  readonly version: number;
  readonly records: readonly ReferenceRecord[];
  readonly content: GoldenContent;
}

/** A pair of golden records that waits for a steward. */
export interface ReferenceReview {
  readonly id: string;
  readonly records: readonly ReferenceRecord[];
  readonly goldenIds: readonly string[];
  readonly weight: number;
  readonly pairs: number;
  readonly skipped: boolean;
}

/** What a step is to tell subscribers: `<golden id> <version> <what happened>`, in order. */
export type ReferenceEvents = readonly string[];

/**
 * What the service must come to, worked out from scratch after every step: all records at once, no locks, no batches, no
 * database. The pure rooms give the links, the partition and the values; identity, versions, redirects, reviews, events and
 * where pins are are written out here once more, as plainly as they can be said.
 */
export class StewardReference {
  readonly records = new Map<string, ReferenceRecord>();
  readonly decisions: ReferenceDecision[] = [];
  readonly redirects = new Map<string, string>();
  readonly pins = new ReferencePins((data) => this.canonical(data));
  goldens = new Map<string, ReferenceGolden>();
  private readonly versions = new Map<string, number>();
  private readonly skips = new Map<string, number>();
  private readonly used = new Set<string>();

  constructor(
    private readonly domain: Domain,
    private readonly trust: Readonly<Record<string, number>>,
    private readonly duplicateFree: readonly string[],
    private model: MatchingModel,
  ) {}

  activate(model: MatchingModel): void {
    this.model = model;
  }

  put(source: string, sourceId: string, data: ReferenceRecord['data'], observedAt: string): void {
    const known = this.records.get(nameOf({ source, sourceId }));
    if (known) Object.assign(known, { data, observedAt });
    else {
      const record = { id: this.records.size + 1, source, sourceId, data, observedAt };
      this.records.set(nameOf(record), record);
    }
  }

  goldenOf(record: ReferenceRecord): ReferenceGolden | undefined {
    return [...this.goldens.values()].find(({ records }) => records.includes(record));
  }

  /** Standing decisions that keep two golden records apart. */
  against(one: ReferenceGolden, other: ReferenceGolden): ReferenceDecision[] {
    const sidesOf = (sides: ReferenceDecision['sides'], golden: ReferenceGolden) =>
      sides.filter((side) => side.some((record) => golden.records.includes(record)));
    return this.decisions.filter(
      ({ standing, verdict, sides }) =>
        standing &&
        verdict === 'noMatch' &&
        sidesOf(sides, one).some((side) => sidesOf(sides, other).some((another) => another !== side)),
    );
  }

  decide(decision: Omit<ReferenceDecision, 'standing'>, superseded: readonly ReferenceDecision[]): void {
    for (const old of superseded) Object.assign(old, { standing: false, supersededBy: decision.id });
    this.decisions.push({ ...decision, standing: true });
  }

  revoke(decision: ReferenceDecision): void {
    decision.standing = false;
    for (const other of this.decisions) {
      if (other.supersededBy !== decision.id) continue;
      other.standing = true;
      delete other.supersededBy;
    }
  }

  skip(reviewId: string, weight: number): void {
    this.skips.set(reviewId, weight);
  }

  settle(reviewId: string): void {
    this.skips.delete(reviewId);
  }

  /**
   * Works everything out anew. An id that is new to the reference is taken from the service, by one of its records.
   *
   * @returns the events of the step, sorted
   */
  advance(goldenIdOf: ReadonlyMap<string, string>): ReferenceEvents {
    const before = this.goldens;
    const parts = this.partition([...this.records.values()].filter(({ data }) => data !== undefined));
    const heirs = this.heirs(parts);
    const origins = new Set(parts.filter((part) => !heirs.has(part)).map((part) => this.mainOrigin(part)));
    const goldens = parts.map((records) => {
      const [kept, ...merged] = heirs.get(records) ?? [];
      const id = kept ?? this.newId(goldenIdOf.get(nameOf(records[0]!)));
      for (const from of merged) this.redirects.set(from, id);
      const isSplit = [id, ...merged].some((one) => origins.has(one));
      const change = !before.has(id) ? 'created' : merged.length > 0 ? 'merged' : isSplit ? 'split' : 'updated';
      return this.next({ id, records, content: this.content(records) }, change);
    });
    this.goldens = new Map(goldens.map(({ golden }) => [golden.id, golden]));
    const ended = [...before.keys()].filter((id) => !this.goldens.has(id) && !this.redirects.has(id));
    return [
      ...goldens.flatMap(({ event }) => event ?? []),
      ...ended.map((id) => `${id} ${this.versionAfter(id)} deleted`),
    ].toSorted();
  }

  /** A golden record as it is now, with a new version where anything of it has changed. */
  private next(
    draft: Omit<ReferenceGolden, 'version'>,
    change: string,
  ): { readonly golden: ReferenceGolden; readonly event?: string } {
    const old = this.goldens.get(draft.id);
    // A record that was merely observed again leaves the golden record as it was.
    if (old && change === 'updated' && JSON.stringify(shown(old)) === JSON.stringify(shown(draft)))
      return { golden: { ...old, records: draft.records } };
    const version = this.versionAfter(draft.id);
    return { golden: { ...draft, version }, event: `${draft.id} ${version} ${change}` };
  }

  private versionAfter(id: string): number {
    const version = (this.versions.get(id) ?? 0) + 1;
    this.versions.set(id, version);
    return version;
  }

  /** Which ids each part inherits, the oldest first: of each golden record the part that most of its records are in. */
  private heirs(parts: readonly ReferenceRecord[][]): Map<ReferenceRecord[], string[]> {
    const heirs = new Map<ReferenceRecord[], string[]>();
    for (const { id, records } of this.goldens.values()) {
      const shares = parts
        .map((part) => ({ part, share: part.filter((record) => records.includes(record)) }))
        .filter(({ share }) => share.length > 0)
        .toSorted((x, y) => y.share.length - x.share.length || byName(x.share[0]!, y.share[0]!));
      const [first] = shares;
      if (first) heirs.set(first.part, [...(heirs.get(first.part) ?? []), id].toSorted());
    }
    return heirs;
  }

  /** Where an id leads in the end. */
  survivor(id: string): string {
    const next = this.redirects.get(id);
    return next === undefined ? id : this.survivor(next);
  }

  /** The pins that stand, each with the golden record that it is on. */
  pinned(): string[] {
    const goldens = [...this.goldens.values()];
    return goldens
      .flatMap(({ id, records }) => this.pins.on(records).map((pin) => `${id} ${pin.attribute} ${pin.id}`))
      .toSorted();
  }

  /** What waits for a steward: of each two golden records the strongest pair. */
  reviews(): ReferenceReview[] {
    const groups = new Map<string, Link[]>();
    const byId = new Map([...this.records.values()].map((record) => [record.id, record]));
    for (const link of this.links([...byId.values()].filter(({ data }) => data !== undefined))) {
      const [one, other] = [this.goldenOf(byId.get(link.a)!)!, this.goldenOf(byId.get(link.b)!)!];
      if (one.id === other.id || this.against(one, other).length > 0) continue;
      const key = [one.id, other.id].toSorted().join(' ');
      groups.set(key, [...(groups.get(key) ?? []), link]);
    }
    return [...groups.values()]
      .map((links) => {
        const [{ a, b, weight }] = links.toSorted((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b) as [Link];
        const id = `${a}-${b}`;
        const records = [byId.get(a)!, byId.get(b)!];
        const goldenIds = records.map((record) => this.goldenOf(record)!.id);
        return { id, records, goldenIds, weight, pairs: links.length, skipped: this.skips.get(id) === weight };
      })
      .toSorted((x, y) => (x.id < y.id ? -1 : 1));
  }

  private partition(live: readonly ReferenceRecord[]): ReferenceRecord[][] {
    const members = live.map((record) => ({
      ...record,
      duplicateFree: this.duplicateFree.includes(record.source),
      record,
    }));
    const ids = (records: readonly ReferenceRecord[]) => records.map(({ id }) => id);
    const decisions = this.decisions
      .filter(({ standing }) => standing)
      .flatMap(({ kind, verdict, sides }): PartitionDecision[] => {
        if (verdict === 'match') return [{ verdict: 'match', records: ids(sides.flat()) }];
        const apart = sides.slice(1).map((side, index): PartitionDecision => {
          return { verdict: 'noMatch', records: ids(side), others: ids(sides.slice(0, index + 1).flat()) };
        });
        return kind === 'split' ? [...apart, { verdict: 'match', records: ids(sides[0]!) }] : apart;
      });
    const byId = new Map(members.map((member) => [member.id, member]));
    return clusters(byId, this.links(live), decisions, compileModel(this.model).thresholds).map((cluster) =>
      cluster.map(({ record }) => record).toSorted(byName),
    );
  }

  private links(live: readonly ReferenceRecord[]): Link[] {
    const model = compileModel(this.model);
    const forms = live.map((record) => ({ id: record.id, standard: this.standard(record) }));
    const keyed = forms.map((form) => ({ ...form, keys: new Set(this.domain.blockKeys(form.standard)) }));
    return keyed.flatMap((x, index) =>
      keyed
        .slice(index + 1)
        .flatMap((y) => ([...x.keys].some((key) => y.keys.has(key)) ? (linkBetween(model, x, y) ?? []) : [])),
    );
  }

  private content(part: readonly ReferenceRecord[]): GoldenContent {
    const members = part.map((record) => ({
      source: record.source,
      sourceId: record.sourceId,
      trust: this.trust[record.source] ?? 0,
      observedAt: record.observedAt,
      canonical: this.canonical(record.data),
      flagged: [],
    }));
    const rules = compileRules(this.domain.attributes, this.domain.survivorship);
    return survive(members, rules, this.pins.on(part));
  }

  private canonical(data: ReferenceRecord['data']): CanonicalRecord {
    const read = canonicalize(this.domain.attributes, data, {});
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    return read.canonical;
  }

  private standard(record: ReferenceRecord): StandardForm {
    return this.domain.standardize(this.canonical(record.data), {});
  }

  /** The golden record that most of the records come from; the oldest of several. */
  private mainOrigin(part: readonly ReferenceRecord[]): string | undefined {
    return [...this.goldens.values()]
      .map(({ id, records }) => ({ id, share: part.filter((record) => records.includes(record)).length }))
      .filter(({ share }) => share > 0)
      .toSorted((x, y) => y.share - x.share || (x.id < y.id ? -1 : 1))[0]?.id;
  }

  private newId(id: string | undefined): string {
    if (id === undefined || this.used.has(id)) throw new Error(`A golden record needs a new id, and has ${id}`);
    this.used.add(id);
    return id;
  }
}

/** What of a golden record makes a new version when it changes. */
function shown({ records, content }: Pick<ReferenceGolden, 'records' | 'content'>): unknown {
  const lineage = Object.entries(content.lineage).map(([attribute, { observedAt: _, ...others }]) => [
    attribute,
    others,
  ]);
  return [content.attributes, lineage, records.map(nameOf)];
}

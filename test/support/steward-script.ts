import { setTimeout as sleep } from 'node:timers/promises';
import { Random, Weighted } from '../../demo/generate/random.js';
import type { MatchingModel } from '../../src/matching/model.js';
import type { RunningAurum } from './start-aurum.js';
import type { OutcomeAnswer, PinOutcomeAnswer, ReviewAnswer, Steward } from './stewards.js';

import type { Said } from './reference-pins.js';
import { nameOf, type ReferenceRecord } from './reference-record.js';
import { groupOf } from './reference-groups.js';
import type { ReferenceGolden, ReferenceReview, StewardReference } from './steward-reference.js';
import { StewardView } from './steward-view.js';

const values = {
  name: ['Aberdeen Anchors', 'Aberdeen Anchor', 'Brno Bearings', 'Brno Bearing', 'Cadiz Cranes'],
  vatID: ['GB1', 'GB2', 'CZ1'],
  email: ['a@example.com', 'b@example.com'],
  rating: ['preferred', 'approved', 'blocked'],
};
const attributes = ['name', 'vatID', 'email', 'rating'] as const;
/** What a record may hold: a name always. */
const offers = {
  ...values,
  vatID: ['', '', ...values.vatID],
  email: ['', ...values.email],
  rating: ['', ...values.rating],
};
const slots = [
  'ledger/1',
  'ledger/2',
  'ledger/3',
  'ledger/4',
  'ledger/5',
  'ledger/6',
  'ledger/7',
  'registry/1',
  'registry/2',
  'registry/3',
];

const kinds = ['put', 'remove', 'merge', 'split', 'review', 'group', 'revoke', 'activate', 'pin', 'unpin'] as const;

/** What a step did, in a line for the reader of a failure, and what the service says that it changed, where it says so. */
interface Step {
  readonly said: string;
  readonly outcome?: Pick<OutcomeAnswer, 'changes'>;
}

/** What the service answers, and what the reference says, after a step. */
export interface Comparison {
  readonly said: string;
  readonly service: object;
  readonly reference: object;
}

/** Stewards and sources at work in a seeded random order, over the API, beside a reference that does the same. */
export class StewardScript {
  private readonly random: Random;
  private readonly view: StewardView;
  private clock = Date.parse('2026-01-01T00:00:00Z');
  /** How often each kind of step was done. */
  readonly counts = new Map<string, number>();

  constructor(
    private readonly aurum: RunningAurum,
    private readonly steward: Steward,
    private readonly reference: StewardReference,
    private readonly models: ReadonlyMap<string, MatchingModel>,
    seed: number,
  ) {
    this.random = new Random(seed);
    this.view = new StewardView(steward);
  }

  /** Does one step, and tells what both say of everything. */
  async step(): Promise<Comparison> {
    const { said, outcome } = await this.act();
    await this.settled();
    const owners = await this.view.owners();
    const expected = this.reference.advance(owners);
    const events = await this.view.events();
    const service = {
      events,
      changes: outcome
        ? outcome.changes.map(({ id, versionAfter, change }) => `${id} ${versionAfter} ${change}`).toSorted()
        : events,
      goldens: await this.view.goldens(owners),
      pins: await this.view.pins(owners),
      redirects: await this.view.redirects([...this.reference.redirects.keys()]),
      reviews: await this.view.reviews(),
    };
    const reference = {
      events: expected,
      changes: expected,
      goldens: [...this.reference.goldens.values()].map(presentGolden).toSorted(byId),
      pins: this.reference.pinned(),
      redirects: [...this.reference.redirects.keys()].map((id) => `${id} ${this.reference.survivor(id)}`),
      reviews: presentReviews(this.reference.reviews()),
    };
    return { said, service, reference };
  }

  private async act(): Promise<Step> {
    const goldens = [...this.reference.goldens.values()];
    const splittable = goldens.filter(({ records }) => records.length > 1);
    const pinned = goldens.filter(({ records }) => this.reference.pins.on(records).length > 0);
    const standing = this.reference.decisions.filter((decision) => decision.standing);
    const reviews = await this.view.listed();
    const waiting = this.reference.reviews();
    const grouped = waiting.filter((review) => groupOf(review, waiting).goldenIds.length > 2);
    const live = [...this.reference.records.values()].filter(({ data }) => data);
    const { random } = this;
    const works: Record<(typeof kinds)[number], readonly [share: number, work: () => Promise<Step>]> = {
      put: [6, () => this.put()],
      remove: [live.length > 4 ? 3 : 0, () => this.remove(random.pick(live))],
      merge: [goldens.length > 1 ? 4 : 0, () => this.merge(random.pick(goldens), goldens)],
      split: [splittable.length > 0 ? 4 : 0, () => this.split(random.pick(splittable))],
      review: [reviews.length > 0 ? 5 : 0, () => this.review(random.pick(reviews))],
      group: [grouped.length > 0 ? 5 : 0, () => this.group(random.pick(grouped))],
      revoke: [standing.length > 0 ? 4 : 0, () => this.revoke(random.pick(standing))],
      activate: [2, () => this.activate(random.pick([...this.models.keys()]))],
      pin: [goldens.length > 0 ? 4 : 0, () => this.pin(random.pick(goldens))],
      unpin: [pinned.length > 0 ? 2 : 0, () => this.unpin(random.pick(pinned))],
    };
    const shares = kinds.map((kind) => works[kind][0]);
    const kind = new Weighted(kinds, shares).draw(random);
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    return works[kind][1]();
  }

  private async put(): Promise<Step> {
    const slot = this.random.pick(slots);
    const [source = '', sourceId = ''] = slot.split('/');
    const given = attributes.map((attribute) => [attribute, this.random.pick(offers[attribute])] as const);
    const data = Object.fromEntries(given.filter(([, value]) => value !== ''));
    this.clock += 60_000;
    const observedAt = new Date(this.clock).toISOString();
    await this.steward.done('put', `/suppliers/records/${slot}`, { data, observedAt }, { prefer: 'wait=20' });
    this.reference.put(source, sourceId, data, observedAt);
    return { said: `put ${slot} ${JSON.stringify(data)}` };
  }

  private async remove({ source, sourceId, observedAt }: ReferenceRecord): Promise<Step> {
    await this.steward.done('delete', `/suppliers/records/${source}/${sourceId}`, undefined, { prefer: 'wait=20' });
    this.reference.put(source, sourceId, undefined, observedAt);
    return { said: `remove ${source}/${sourceId}` };
  }

  private async merge(one: ReferenceGolden, goldens: readonly ReferenceGolden[]): Promise<Step> {
    const other = this.random.pick(goldens.filter(({ id }) => id !== one.id));
    const against = this.reference.against(one, other);
    const supersede = this.random.chance(0.5);
    const said = `merge ${one.id} with ${other.id}${supersede ? ' superseding' : ''}`;
    const body = { with: other.id, supersede };
    const path = `/suppliers/${one.id}/merge`;
    if (against.length > 0 && !supersede) return this.refused(said, path, body);
    const outcome = await this.steward.done<OutcomeAnswer>('post', path, body, { 'if-match': `"${one.version}"` });
    const sides = [one.records, other.records] as const;
    this.reference.decide({ id: outcome.decision!.id, kind: 'merge', verdict: 'match', sides }, against);
    return { said, outcome };
  }

  private async split({ id, version, records }: ReferenceGolden): Promise<Step> {
    const stays = this.random.pick(records);
    const [first, ...others] = records.filter((record) => record !== stays);
    const off = [first!, ...others.filter(() => this.random.chance(0.5))];
    const rest = records.filter((record) => !off.includes(record));
    const named = off.map(({ source, sourceId }) => ({ source, sourceId }));
    const headers = { 'if-match': `"${version}"` };
    const outcome = await this.steward.done<OutcomeAnswer>(
      'post',
      `/suppliers/${id}/split`,
      { records: named },
      headers,
    );
    this.reference.decide({ id: outcome.decision!.id, kind: 'split', verdict: 'noMatch', sides: [off, rest] }, []);
    return { said: `split ${off.map(nameOf).join(' ')} off ${id}`, outcome };
  }

  private async review(review: ReviewAnswer): Promise<Step> {
    const decision = this.random.pick(['match', 'noMatch', 'skip']);
    const outcome = await this.steward.done<OutcomeAnswer>('post', `/suppliers/reviews/${review.id}/decision`, {
      decision,
    });
    const said = `${decision} ${review.records.map(nameOf).join(' ~ ')}`;
    if (decision === 'skip') {
      this.reference.skip(review.id, Math.fround(review.weight));
      return { said, outcome };
    }
    const [one, other] = review.records.map((record) => this.reference.records.get(nameOf(record))!);
    const sides = [[one!], [other!]] as const;
    this.reference.decide({ id: outcome.decision!.id, kind: 'review', verdict: decision, sides }, []);
    this.reference.settle(review.id);
    return { said, outcome };
  }

  private async group(review: ReferenceReview): Promise<Step> {
    const decision = this.random.pick(['match', 'noMatch', 'skip']);
    const { goldenIds, reviews } = groupOf(review, this.reference.reviews());
    const sides = goldenIds.map((goldenId) => [
      ...new Set(
        reviews.flatMap(({ records }) => records.filter((one) => this.reference.goldenOf(one)?.id === goldenId)),
      ),
    ]);
    const goldens = goldenIds.map((goldenId) => this.reference.goldens.get(goldenId)!);
    const against = new Set(
      decision === 'match'
        ? goldens.flatMap((x) => goldens.flatMap((y) => (x === y ? [] : this.reference.against(x, y))))
        : [],
    );
    const supersede = this.random.chance(0.5);
    const said = `${decision} of the group ${sides.map((side) => side.map(nameOf).join(' ')).join(' | ')}`;
    const path = `/suppliers/reviews/${review.id}/decision`;
    const body = { decision, scope: 'group', ...(supersede && decision === 'match' ? { supersede } : {}) };
    if (against.size > 0 && !supersede) return this.refused(said, path, body);
    const outcome = await this.steward.done<OutcomeAnswer>('post', path, body);
    if (decision === 'skip') for (const one of reviews) this.reference.skip(one.id, one.weight);
    else {
      this.reference.decide({ id: outcome.decision!.id, kind: 'group', verdict: decision, sides }, [...against]);
      for (const one of reviews) this.reference.settle(one.id);
    }
    return { said, outcome };
  }

  private async revoke(decision: StewardReference['decisions'][number]): Promise<Step> {
    const outcome = await this.steward.done<OutcomeAnswer>('delete', `/suppliers/decisions/${decision.id}`);
    this.reference.revoke(decision);
    return {
      said: `revoke ${decision.kind} ${decision.sides.map((side) => side.map(nameOf).join(' ')).join(' | ')}`,
      outcome,
    };
  }

  private async activate(id: string): Promise<Step> {
    const { status } = await this.steward.request('post', `/suppliers/models/${id}/activation`);
    if (status !== 202) throw new Error(`activate ${id}: ${status}`);
    this.reference.activate(this.models.get(id)!);
    return { said: `activate ${id}` };
  }

  private async pin({ id, version, records }: ReferenceGolden): Promise<Step> {
    const attribute = this.random.pick(attributes);
    const several = [...new Set([this.random.pick(values[attribute]), this.random.pick(values[attribute])])];
    const value = attribute === 'email' ? several : several[0];
    const said: Said = this.random.chance(0.5) ? { value } : { ignore: several };
    const path = `/suppliers/${id}/pins/${attribute}`;
    const body = { ...said, reason: 'asked by telephone' };
    const outcome = await this.steward.done<PinOutcomeAnswer>('put', path, body, { 'if-match': `"${version}"` });
    this.reference.pins.put(records, outcome.pin!, said);
    return { said: `pin ${attribute} of ${id}: ${JSON.stringify(said)}`, outcome };
  }

  private async unpin({ id, version, records }: ReferenceGolden): Promise<Step> {
    const { attribute } = this.random.pick(this.reference.pins.on(records));
    const path = `/suppliers/${id}/pins/${attribute}?reason=outdated`;
    const headers = { 'if-match': `"${version}"` };
    const outcome = await this.steward.done<PinOutcomeAnswer>('delete', path, undefined, headers);
    this.reference.pins.withdraw(records, attribute);
    return { said: `unpin ${attribute} of ${id}`, outcome };
  }

  private async refused(said: string, path: string, body: object): Promise<Step> {
    const { status } = await this.steward.refused('post', path, body);
    if (status !== 409) throw new Error(`${said}: ${status} and not 409`);
    return { said: `${said}, refused`, outcome: { changes: [] } };
  }

  private async settled(): Promise<void> {
    for (;;) {
      const [row] = await this.aurum.database.query<{ busy: boolean }>(
        `select exists (select from pending) or exists (select from operation where state = 'running') as busy`,
      );
      if (!row?.busy) return;
      await sleep(5);
    }
  }
}

function presentGolden({ id, version, records, content }: ReferenceGolden) {
  return { id, version, ...content, records: records.map(nameOf) };
}

function presentReviews(reviews: readonly ReferenceReview[]) {
  return reviews.map((review) => {
    const { id, weight, pairs, skipped } = review;
    const { goldenIds } = groupOf(review, reviews);
    return { id, group: goldenIds.length > 2 ? goldenIds : [], weight, pairs, skipped };
  });
}

function byId(x: { readonly id: string }, y: { readonly id: string }): number {
  return x.id < y.id ? -1 : 1;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Random, Weighted } from '../../demo/generate/random.js';
import type { MatchingModel } from '../../src/matching/model.js';
import type { RunningAurum } from './start-aurum.js';
import type { OutcomeAnswer, ReviewAnswer, Steward } from './stewards.js';

import { StewardView } from './steward-view.js';
import { nameOf, type ReferenceGolden, type ReferenceRecord, type StewardReference } from './steward-reference.js';

const companies = ['Aberdeen Anchors', 'Aberdeen Anchor', 'Brno Bearings', 'Brno Bearing', 'Cadiz Cranes'];
const numbers = ['', '', 'GB1', 'GB2', 'CZ1'];
const emails = ['', 'a@example.com', 'b@example.com'];
const ratings = ['', 'preferred', 'approved', 'blocked'];
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

const kinds = ['put', 'remove', 'merge', 'split', 'review', 'revoke', 'activate'] as const;

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
      redirects: await this.view.redirects([...this.reference.redirects.keys()]),
      reviews: await this.view.reviews(),
    };
    const reference = {
      events: expected,
      changes: expected,
      goldens: [...this.reference.goldens.values()].map(presentGolden).toSorted(byId),
      redirects: [...this.reference.redirects.keys()].map((id) => `${id} ${this.reference.survivor(id)}`),
      reviews: this.reference.reviews(),
    };
    return { said, service, reference };
  }

  private async act(): Promise<Step> {
    const goldens = [...this.reference.goldens.values()];
    const splittable = goldens.filter(({ records }) => records.length > 1);
    const standing = this.reference.decisions.filter((decision) => decision.standing);
    const reviews = await this.view.listed();
    const live = [...this.reference.records.values()].filter(({ data }) => data);
    const shares = {
      put: 6,
      remove: live.length > 4 ? 3 : 0,
      merge: goldens.length > 1 ? 4 : 0,
      split: splittable.length > 0 ? 4 : 0,
      review: reviews.length > 0 ? 5 : 0,
      revoke: standing.length > 0 ? 4 : 0,
      activate: 2,
    };
    const kind = new Weighted(
      kinds,
      kinds.map((one) => shares[one]),
    ).draw(this.random);
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    switch (kind) {
      case 'put':
        return this.put();
      case 'remove':
        return this.remove(this.random.pick(live));
      case 'merge':
        return this.merge(this.random.pick(goldens), goldens);
      case 'split':
        return this.split(this.random.pick(splittable));
      case 'review':
        return this.review(this.random.pick(reviews));
      case 'revoke':
        return this.revoke(this.random.pick(standing));
      case 'activate':
        return this.activate(this.random.pick([...this.models.keys()]));
    }
  }

  private async put(): Promise<Step> {
    const slot = this.random.pick(slots);
    const [source = '', sourceId = ''] = slot.split('/');
    const given = {
      name: this.random.pick(companies),
      vatID: this.random.pick(numbers),
      email: this.random.pick(emails),
      rating: this.random.pick(ratings),
    };
    const data = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
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

function byId(x: { readonly id: string }, y: { readonly id: string }): number {
  return x.id < y.id ? -1 : 1;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ReviewAnswer, ReviewOutcomeAnswer, Steward } from '../support/stewards.js';
import { members, SupplierDesk } from './supplier-desk.js';

describe('Stewards who share the queue', () => {
  let desk: SupplierDesk;

  beforeEach(async () => {
    desk = await SupplierDesk.open();
  });

  afterEach(() => desk.close());

  it('keep a review for themselves for a while', async () => {
    const { id } = await desk.uncertain('Faro Fans', 'ledger/1', 'ledger/2');
    const claim = `/suppliers/reviews/${id}/claim`;
    const claimed = await desk.ada.done<ReviewAnswer>('post', claim, {
      leaseSeconds: 60,
      dueAt: '2031-01-01T00:00:00Z',
    });
    expect(claimed).toMatchObject({ claim: { by: 'ada' }, dueAt: '2031-01-01T00:00:00.000Z' });
    expect(await desk.ben.refused('post', claim, {})).toMatchObject({ status: 409, title: 'Review claimed' });
    expect(await desk.ben.refused('post', `/suppliers/reviews/${id}/release`)).toMatchObject({ status: 409 });
    expect(await desk.ben.refused('post', `/suppliers/reviews/${id}/decision`, { decision: 'match' })).toMatchObject({
      status: 409,
    });
    expect((await desk.reviews('assignee=ada')).map((one) => one.id)).toEqual([id]);
    expect(await desk.reviews('assignee=ben')).toEqual([]);
    expect([await desk.reviews('claimed=false'), (await desk.reviews('claimed=true')).length]).toEqual([[], 1]);
    expect((await desk.reviews('dueBefore=2032-01-01T00:00:00Z')).length).toBe(1);
    expect((await desk.reviews('dueBefore=2030-01-01T00:00:00Z')).length).toBe(0);
    await desk.ada.done('post', `/suppliers/reviews/${id}/release`);
    const taken = await desk.ben.done<ReviewAnswer>('post', claim, { leaseSeconds: 1 });
    expect(taken).toMatchObject({ claim: { by: 'ben' }, dueAt: '2031-01-01T00:00:00.000Z' });
    while ((await desk.review(id)).claim) await sleep(50);
    await desk.ada.done('post', claim, {});
    await desk.decide(id, 'match');
    expect((await desk.review(id)).claim).toBeUndefined();
  });

  it('claim at once: one of them gets it', async () => {
    const { id } = await desk.uncertain('Genoa Gears', 'ledger/1', 'ledger/2');
    const claim = (who: Steward) => who.request('post', `/suppliers/reviews/${id}/claim`, { body: {} });
    const answers = await Promise.all([claim(desk.ada), claim(desk.ben)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('decide many at once, each for itself', async () => {
    const first = await desk.uncertain('Hull Hammers', 'ledger/h1', 'ledger/h2');
    const second = await desk.uncertain('Izmir Irons', 'ledger/i1', 'ledger/i2');
    const third = await desk.uncertain('Jena Jacks', 'ledger/j1', 'ledger/j2');
    const { items } = await desk.ada.done<{
      items: { review: string; outcome?: ReviewOutcomeAnswer; problem?: { status: number } }[];
    }>('post', '/suppliers/reviews/decisions', {
      decisions: [
        { review: first.id, decision: 'match' },
        { review: first.id, decision: 'match' },
        { review: '7-9999', decision: 'match' },
        { review: second.id, decision: 'noMatch', reason: 'two branches' },
        { review: third.id, decision: 'skip' },
      ],
    });
    expect(items.map(({ outcome, problem }) => outcome?.status ?? problem?.status)).toEqual([
      'decided',
      409,
      404,
      'decided',
      'skipped',
    ]);
    expect(await desk.reviews()).toEqual([]);
    const bad = { decisions: [{ review: first.id, decision: 'maybe' }] };
    expect(await desk.ada.refused('post', '/suppliers/reviews/decisions', bad)).toMatchObject({
      status: 422,
      paths: ['decisions.0.decision'],
    });
  });

  it('decide the same review at once: one decision is made', async () => {
    const { id } = await desk.uncertain('Kiel Keels', 'ledger/1', 'ledger/2');
    const answers = await Promise.all(
      [desk.ada, desk.ben, desk.ada, desk.ben].map((who, i) =>
        who.request('post', `/suppliers/reviews/${id}/decision`, { body: { decision: i < 2 ? 'match' : 'noMatch' } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });

  it('decide while the records change: no one is left with a deadlock', async () => {
    const { id } = await desk.uncertain('Lodz Looms', 'ledger/1', 'ledger/2');
    const update = async (name: string, email: number) =>
      desk.put(`ledger/${name}`, { name: 'Lodz Looms', email: `l${email}@example.com` });
    const changing = Promise.all(
      Array.from({ length: 20 }, (_, i) => update(i % 2 === 0 ? '1' : '2', i)).concat(
        Array.from({ length: 10 }, (_, i) => desk.put(`ledger/x${i}`, { name: 'Lodz Looms' })),
      ),
    );
    for (let i = 0; i < 8; i++) await desk.revoke(await desk.decide(id, i % 2 === 0 ? 'match' : 'noMatch'));
    await changing;
    await desk.decide(id, 'match');
    expect(members(await desk.golden('ledger/1'))).toBe('ledger/1 ledger/2');
  });

  it('decide only what they have seen, where they say what that was', async () => {
    const { id } = await desk.uncertain('Metz Mills', 'ledger/1', 'ledger/2');
    const path = `/suppliers/reviews/${id}`;
    const tag = async () => (await desk.ada.request('get', path)).headers.get('etag')!;
    const seen = await tag();
    await desk.put('ledger/1', { name: 'Metz Mills', email: 'metz@example.com' });
    const stale = await desk.ada.request('post', `${path}/decision`, {
      body: { decision: 'match' },
      headers: { 'if-match': seen },
    });
    expect([stale.status, stale.headers.get('etag')]).toEqual([412, await tag()]);
    await desk.ada.done('post', `${path}/decision`, { decision: 'match' }, { 'if-match': await tag() });
  });
});

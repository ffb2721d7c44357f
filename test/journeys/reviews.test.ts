import { setTimeout as sleep } from 'node:timers/promises';
import { QueryBus } from '@nestjs/cqrs';
import { GoldenReads } from '../../src/golden/golden-reads.js';
import { ReadLabelledPairs } from '../../src/stewardship/read-labelled-pairs.js';
import type { ReviewAnswer } from '../support/stewards.js';
import { members, pairName, SupplierDesk, type Page } from './supplier-desk.js';
import { supplier } from './supplier.js';

describe('Stewards work through the queue', () => {
  let desk: SupplierDesk;

  beforeEach(async () => {
    desk = await SupplierDesk.open();
  });

  afterEach(() => desk.close());

  it('match a pair: its golden records merge as the preview said, and the review is decided', async () => {
    const { id } = await desk.uncertain('Aberdeen Anchors', 'ledger/1', 'ledger/2');
    const { preview } = await desk.review(id, '?preview=true');
    const outcome = await desk.decide(id, 'match', { reason: 'same owner' });
    expect(outcome).toMatchObject({ review: id, status: 'decided', changes: preview! });
    expect(outcome.changes.map(members)).toEqual(['ledger/1 ledger/2']);
    expect(outcome.decision).toMatchObject({ kind: 'review', verdict: 'match', by: 'ada', reason: 'same owner' });
    expect(await desk.reviews()).toEqual([]);
    expect(await desk.review(id)).toMatchObject({ status: 'decided', decision: outcome.decision!.id, pairs: 0 });
    expect(await desk.ada.refused('post', `/suppliers/reviews/${id}/decision`, { decision: 'match' })).toMatchObject({
      status: 409,
    });
    await desk.revoke(outcome);
    expect((await desk.reviews()).map(pairName)).toEqual(['ledger/1 ~ ledger/2']);
  });

  it('find no match: the pair is asked no more, nor is any other pair of the two golden records', async () => {
    const { id } = await desk.uncertain('Brno Bearings', 'ledger/1', 'ledger/2');
    await desk.put('ledger/3', { name: 'Brno Bearings', vatID: 'CZ1' });
    await desk.put('ledger/2', { name: 'Brno Bearings', vatID: 'CZ1' });
    const [open, ...others] = await desk.reviews();
    expect([others.length, open!.pairs]).toEqual([0, 2]);
    const { changes } = await desk.decide(open!.id, 'noMatch');
    expect(changes).toEqual([]);
    expect(await desk.reviews()).toEqual([]);
    expect((await desk.review(id)).status).toBe('decided');
    await desk.put('ledger/1', { name: 'Brno Bearings', vatID: 'CZ1' });
    // The third record is as much like the one as like the other; the two themselves are apart whatever it does.
    const [one = '', other = ''] = pairName(open!).split(' ~ ');
    expect(members(await desk.golden(one))).not.toContain(other);
    expect(await desk.reviews()).toEqual([]);
  });

  it('put a pair off until its weight changes', async () => {
    const { id } = await desk.uncertain('Cadiz Cranes', 'registry/1', 'registry/2');
    expect((await desk.decide(id, 'skip', { reason: 'asked the owner' })).changes).toEqual([]);
    expect(await desk.reviews()).toEqual([]);
    expect(await desk.reviews('status=skipped')).toEqual([
      expect.objectContaining({
        id,
        status: 'skipped',
        skipped: expect.objectContaining({ by: 'ada', reason: 'asked the owner' }) as unknown,
      }),
    ]);
    const takeBack = () => desk.ada.done<ReviewAnswer>('delete', `/suppliers/reviews/${id}/skip`);
    expect(await takeBack()).toMatchObject({ id, status: 'open' });
    expect([(await desk.reviews()).length, await desk.reviews('status=skipped')]).toEqual([1, []]);
    expect(await takeBack()).toMatchObject({ id, status: 'open' });
    expect(await desk.ada.refused('delete', '/suppliers/reviews/1-999999/skip')).toMatchObject({ status: 404 });
    await desk.decide(id, 'skip');
    await desk.put('registry/1', { name: 'Cadiz Cranes', vatID: 'ES1' });
    await desk.put('registry/2', { name: 'Cadiz Cranes', vatID: 'ES1' });
    expect((await desk.reviews()).map(({ reason }) => reason)).toEqual(['separated']);
    // It can be decided from either state.
    await desk.decide(id, 'skip');
    expect((await desk.decide(id, 'match')).changes.map(members)).toEqual(['registry/1 registry/2']);
  });

  it('see a review close when its records are merged, no longer alike or withdrawn, and open again', async () => {
    const { id } = await desk.uncertain('Dublin Drills', 'ledger/1', 'ledger/2');
    const status = async () => {
      const { status: now, closedBecause } = await desk.review(id);
      return closedBecause ?? now;
    };
    const merged = await desk.merge((await desk.golden('ledger/1')).id, (await desk.golden('ledger/2')).id);
    expect(await status()).toBe('decided');
    await desk.revoke(merged);
    expect(await status()).toBe('open');
    for (const name of ['1', '2']) await desk.put(`ledger/${name}`, { name: 'Dublin Drills', vatID: 'IE1' });
    expect(await status()).toBe('sameGoldenRecord');
    await desk.put('ledger/2', { name: 'Essen Engines', vatID: 'DE1' });
    expect(await status()).toBe('notAlike');
    await desk.remove('ledger/2');
    expect(await status()).toBe('recordDeleted');
    expect(await desk.ada.refused('post', `/suppliers/reviews/${id}/decision`, { decision: 'match' })).toMatchObject({
      status: 409,
      title: 'Review closed',
    });
    expect(await desk.ada.refused('post', `/suppliers/reviews/${id}/claim`, {})).toMatchObject({ status: 409 });
    for (const name of ['1', '2']) await desk.put(`ledger/${name}`, { name: 'Dublin Drills' });
    expect(await status()).toBe('open');
  });

  it('tell two apart until a time, when the evidence counts again', async () => {
    const { id } = await desk.uncertain('Nice Nets', 'ledger/1', 'ledger/2');
    const past = { decision: 'noMatch', expiresAt: '2020-01-01T00:00:00Z' };
    expect(await desk.ada.refused('post', `/suppliers/reviews/${id}/decision`, past)).toMatchObject({
      status: 422,
      paths: ['expiresAt'],
    });
    const match = { decision: 'match', expiresAt: '2099-01-01T00:00:00Z' };
    expect(await desk.ada.refused('post', `/suppliers/reviews/${id}/decision`, match)).toMatchObject({
      status: 422,
      paths: ['expiresAt'],
    });
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const { decision } = await desk.decide(id, 'noMatch', { expiresAt });
    for (const name of ['1', '2']) await desk.put(`ledger/${name}`, { name: 'Nice Nets', vatID: 'FR1' });
    expect(members(await desk.golden('ledger/1'))).toBe('ledger/1');
    while (members(await desk.golden('ledger/1')) !== 'ledger/1 ledger/2') await sleep(50);
    expect(await desk.ada.done('get', `/suppliers/decisions/${decision!.id}`)).toMatchObject({
      status: 'expired',
      expiresAt,
    });
  });

  it('are given first what is likely and often read', async () => {
    const quiet = await desk.uncertain('Oslo Oars', 'ledger/o1', 'ledger/o2');
    const read = await desk.uncertain('Porto Pumps', 'ledger/p1', 'ledger/p2');
    expect(read.priority).toBeCloseTo(quiet.priority, 5);
    const { goldenId } = read.records[0]!;
    for (let i = 0; i < 5; i++) await desk.ada.done('get', `/suppliers/${goldenId}`);
    await desk.aurum.app.get(GoldenReads).write();
    const [first, second] = await desk.reviews();
    expect([first!.id, second!.id]).toEqual([read.id, quiet.id]);
    expect(first!.priority / second!.priority).toBeCloseTo(6, 1);
  });

  it('list by weight, source, reason and page by page', async () => {
    await desk.uncertain('Riga Ropes', 'ledger/r1', 'ledger/r2');
    for (const name of ['1', '2']) await desk.put(`registry/${name}`, { name: 'Sofia Saws', vatID: 'BG1' });
    await desk.uncertain('Turin Tools', 'registry/t1', 'ledger/t2');
    const weights = async (query: string) => (await desk.reviews(query)).map(({ weight }) => Math.round(weight));
    expect(await weights('sort=weight')).toEqual([17, 3, 3]);
    expect(await weights('sort=-weight')).toEqual([3, 3, 17]);
    expect(await weights('minWeight=4')).toEqual([17]);
    expect(await weights('maxWeight=4')).toEqual([3, 3]);
    expect(await weights('reason=separated')).toEqual([17]);
    expect(await weights('source=registry&sort=weight')).toEqual([17, 3]);
    const whole = (await desk.reviews()).map(({ id, pairs }) => `${id} ${pairs}`).toSorted();
    for (const sort of ['priority', 'weight', '-weight', 'dueAt']) {
      const all = await desk.reviews(`sort=${sort}`);
      const paged: ReviewAnswer[] = [];
      for (let query = `limit=1&sort=${sort}`; ;) {
        const page = await desk.ada.done<Page<ReviewAnswer>>('get', `/suppliers/reviews?${query}`);
        paged.push(...page.items);
        if (page.next === undefined) break;
        query = `limit=1&sort=${sort}&cursor=${page.next}`;
      }
      expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      expect(all.map(({ id, pairs }) => `${id} ${pairs}`).toSorted()).toEqual(whole);
    }
    const [previewed] = await desk.reviews('preview=true&sort=weight');
    expect(previewed!.preview!.map(members)).toEqual(['registry/1 registry/2']);
    expect(await desk.ada.refused('get', '/suppliers/reviews?sort=name')).toMatchObject({
      status: 400,
      paths: ['sort'],
    });
    expect(await desk.ada.refused('get', '/suppliers/reviews?minWeight=x')).toMatchObject({
      status: 400,
      paths: ['minWeight'],
    });
    expect(await desk.ada.refused('get', '/suppliers/reviews/2-1')).toMatchObject({ status: 404 });
    expect(await desk.ada.refused('get', '/suppliers/reviews/1-999999')).toMatchObject({ status: 404 });
  });

  it('are offered first the pairs that a model would learn most from, and teach it what they decide', async () => {
    const same = await desk.uncertain('Ulm Urns', 'ledger/u1', 'ledger/u2');
    await desk.uncertain('Vigo Vans', 'ledger/v1', 'ledger/v2');
    for (const name of ['1', '2']) await desk.put(`registry/${name}`, { name: 'Wroclaw Wheels', vatID: 'PL1' });
    const next = async (limit: number) =>
      (await desk.ada.done<{ items: ReviewAnswer[] }>('get', `/suppliers/reviews/next?limit=${limit}`)).items.map(
        pairName,
      );
    // One of each kind of evidence, before one of a kind that was offered already.
    expect((await next(2)).filter((pair) => pair.startsWith('registry'))).toHaveLength(1);
    expect(await next(10)).toHaveLength(3);
    await desk.decide(same.id, 'noMatch');
    await desk.merge((await desk.golden('ledger/v1')).id, (await desk.golden('registry/1')).id);
    const taken = await desk.decide((await desk.reviews())[0]!.id, 'match');
    await desk.revoke(taken);
    const labels = await desk.aurum.app.get(QueryBus).execute(new ReadLabelledPairs(supplier, 100));
    expect(labels.map(({ verdict, weight }) => [verdict, weight])).toEqual([
      ['match', 1],
      ['noMatch', 1],
    ]);
    await desk.merge((await desk.golden('ledger/v1')).id, (await desk.golden('registry/2')).id);
    const more = await desk.aurum.app.get(QueryBus).execute(new ReadLabelledPairs(supplier, 100));
    expect(more.map(({ verdict, weight }) => [verdict, weight])).toEqual([
      ['match', 0.5],
      ['match', 0.5],
      ['match', 1],
      ['noMatch', 1],
    ]);
  });
});

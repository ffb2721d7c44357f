import type { DecisionAnswer, ReviewAnswer, ReviewOutcomeAnswer } from '../support/stewards.js';
import { members, pairName, SupplierDesk } from './supplier-desk.js';

/** The golden records of a group, in order, each by its records. */
const goldens = ({ group }: ReviewAnswer) => group?.goldenRecords.map(members).toSorted();

const asGroup = { scope: 'group' };

describe('Stewards decide a group of golden records as a whole', () => {
  let desk: SupplierDesk;

  beforeEach(async () => {
    desk = await SupplierDesk.open();
  });

  afterEach(() => desk.close());

  /** Three suppliers of one name, of which the first and the last cannot be one: only the second joins them. */
  const chain = async (name: string): Promise<ReviewAnswer> => {
    await desk.put('ledger/1', { name, vatID: 'AT1' });
    await desk.put('ledger/2', { name });
    await desk.put('ledger/3', { name, vatID: 'AT2' });
    const first = (await desk.reviews()).find((review) => pairName(review) === 'ledger/1 ~ ledger/2');
    return desk.review(first!.id, '?preview=true');
  };

  const inOne = async () => members(await desk.golden('ledger/1')) === 'ledger/1 ledger/2 ledger/3';

  it('and see it first: its golden records, every open pair with its evidence, and what would happen', async () => {
    await desk.uncertain('Bern Belts', 'ledger/8', 'ledger/9');
    const review = await chain('Ghent Gears');
    expect(goldens(review)).toEqual(['ledger/1', 'ledger/2', 'ledger/3']);
    expect(review.group!.complete).toBe(true);
    expect(review.group!.reviews.map(pairName)).toEqual(['ledger/1 ~ ledger/2', 'ledger/2 ~ ledger/3']);
    for (const { weight, evidence } of review.group!.reviews) expect(weight).toBe(evidence.weight);
    expect(review.preview!.map(members)).toEqual(['ledger/1 ledger/2']);
    expect(review.group!.preview!.map(members)).toEqual(['ledger/1 ledger/2 ledger/3']);
    const listed = await desk.reviews('preview=true');
    expect(listed.map((one) => goldens(one)?.length)).toEqual(expect.arrayContaining([undefined, 3, 3]));
    expect(listed.find(({ id }) => id === review.id)).toMatchObject({ group: review.group! });
    const { items } = await desk.ada.done<{ items: ReviewAnswer[] }>('get', '/suppliers/reviews/next?limit=10');
    expect(items.map((one) => goldens(one)?.length).toSorted()).toEqual([3, 3, undefined]);
  });

  it('match: all become one as the preview said, and one decision takes all of it back', async () => {
    const { id, group } = await chain('Graz Grinders');
    const outcome = await desk.decide(id, 'match', { ...asGroup, reason: 'one holding' });
    expect(outcome.changes).toEqual(group!.preview!);
    expect(outcome.decision).toMatchObject({ kind: 'group', verdict: 'match', reason: 'one holding' });
    expect(outcome.decision!.sides.map(([record]) => record!.sourceId).toSorted()).toEqual(['1', '2', '3']);
    expect(outcome.decision!.evidence).toHaveLength(2);
    expect(await desk.reviews()).toEqual([]);
    for (const review of group!.reviews) {
      expect(outcome.reviews).toContain(review.id);
      expect(await desk.review(review.id)).toMatchObject({ status: 'decided', decision: outcome.decision!.id });
    }
    await desk.revoke(outcome);
    expect((await desk.reviews()).map(pairName).toSorted()).toEqual(['ledger/1 ~ ledger/2', 'ledger/2 ~ ledger/3']);
  });

  it('find no match: each is a thing of its own, also those that no review joined', async () => {
    const { id } = await chain('Lille Looms');
    const outcome = await desk.decide(id, 'noMatch', asGroup);
    expect([outcome.changes, await desk.reviews()]).toEqual([[], []]);
    for (const path of ['ledger/1', 'ledger/3']) await desk.put(path, { name: 'Lille Looms', vatID: 'FR1' });
    expect(members(await desk.golden('ledger/1'))).toBe('ledger/1');
    expect(await desk.reviews()).toEqual([]);
    await desk.revoke(outcome);
    expect(members(await desk.golden('ledger/1'))).toBe('ledger/1 ledger/3');
  });

  it('put it off as a whole, and take that back', async () => {
    const { id } = await chain('Malmo Mills');
    const { status, reviews, decision } = await desk.decide(id, 'skip', asGroup);
    expect([status, reviews.length, decision]).toEqual(['skipped', 2, undefined]);
    expect([(await desk.reviews()).length, (await desk.reviews('status=skipped')).length]).toEqual([0, 2]);
    // What is put off joins nothing any more.
    expect((await desk.review(id)).group).toBeUndefined();
    for (const review of reviews) await desk.ada.done('delete', `/suppliers/reviews/${review}/skip`);
    expect((await desk.reviews()).map((one) => one.group?.reviews.length)).toEqual([2, 2]);
  });

  it('all or nothing: what stands against a part of it holds all of it', async () => {
    const { id, group } = await chain('Namur Nails');
    const other = group!.reviews.find((review) => review.id !== id)!;
    await desk.ben.done('post', `/suppliers/reviews/${other.id}/claim`, {});
    const match = { decision: 'match', ...asGroup };
    const path = `/suppliers/reviews/${id}/decision`;
    expect(await desk.ada.refused('post', path, match)).toMatchObject({ status: 409, title: 'Review claimed' });
    await desk.ben.done('post', `/suppliers/reviews/${other.id}/release`);
    // The first and the last were told apart before: no review between them would show it.
    const merged = await desk.merge((await desk.golden('ledger/1')).id, (await desk.golden('ledger/3')).id);
    const apart = await desk.split((await desk.golden('ledger/1')).id, 'ledger/3');
    await desk.revoke(merged);
    expect(await desk.ada.refused('post', path, match)).toMatchObject({ status: 409, title: 'Decided otherwise' });
    expect([await inOne(), (await desk.reviews()).length]).toEqual([false, 2]);
    const outcome = await desk.decide(id, 'match', { ...asGroup, supersede: true });
    expect([await inOne(), outcome.affectedDecisions]).toEqual([true, [apart.decision!.id]]);
    await desk.revoke(outcome);
    expect(await desk.ada.done<DecisionAnswer>('get', `/suppliers/decisions/${apart.decision!.id}`)).toMatchObject({
      status: 'standing',
    });
  });

  it('only as they have seen it, where they say so', async () => {
    const { id } = await chain('Oulu Oils');
    const path = `/suppliers/reviews/${id}`;
    const tag = (await desk.ada.request('get', path)).headers.get('etag')!;
    await desk.put('ledger/4', { name: 'Oulu Oils', vatID: 'FI3' });
    const body = { decision: 'match', ...asGroup };
    const late = await desk.ada.request('post', `${path}/decision`, { body, headers: { 'if-match': tag } });
    expect(late.status).toBe(412);
    const now = { 'if-match': late.headers.get('etag')! };
    const outcome = await desk.ada.done<ReviewOutcomeAnswer>('post', `${path}/decision`, body, now);
    expect(outcome.changes.map(members)).toEqual(['ledger/1 ledger/2 ledger/3 ledger/4']);
  });

  it('among many others, and at once: one decision is made', async () => {
    const { id, group } = await chain('Pisa Pipes');
    const pair = await desk.uncertain('Rome Ropes', 'ledger/8', 'ledger/9');
    const decisions = [
      { review: id, decision: 'match', ...asGroup },
      { review: pair.id, decision: 'match', ...asGroup },
    ];
    const bulk = () => desk.ada.request('post', '/suppliers/reviews/decisions', { body: { decisions } });
    const others = group!.reviews.map((review) =>
      desk.ben.request('post', `/suppliers/reviews/${review.id}/decision`, { body: { decision: 'match', ...asGroup } }),
    );
    await Promise.all([bulk(), ...others]);
    expect([await inOne(), await desk.reviews()]).toEqual([true, []]);
    const { items } = await desk.ada.done<{ items: DecisionAnswer[] }>('get', '/suppliers/decisions');
    // A group of two is its pair.
    expect(items.map(({ kind }) => kind).toSorted()).toEqual(['group', 'review']);
  });

  it('part by part, where it is too large to be seen at once', async () => {
    for (let i = 1; i <= 12; i++) await desk.put(`ledger/${i}`, { name: 'Turku Tyres' });
    const [first] = await desk.reviews();
    expect([first!.group!.goldenRecords.length, first!.group!.complete]).toEqual([10, false]);
    const outcome = await desk.decide(first!.id, 'match', asGroup);
    expect(outcome.changes[0]!.records).toHaveLength(10);
    const [rest] = await desk.reviews();
    expect([goldens(rest!)!.length, rest!.group!.complete]).toEqual([3, true]);
    await desk.decide(rest!.id, 'match', asGroup);
    expect((await desk.golden('ledger/1')).records).toHaveLength(12);
  });
});

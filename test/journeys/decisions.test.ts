import { type DecisionAnswer, type OutcomeAnswer } from '../support/stewards.js';
import { members, names, SupplierDesk } from './supplier-desk.js';

describe('Stewards merge and split', () => {
  let desk: SupplierDesk;

  beforeAll(async () => {
    desk = await SupplierDesk.open();
  });

  afterAll(() => desk.close());

  it('merge two that no evidence joins, and are told what changed', async () => {
    await desk.put('ledger/m1', { name: 'Aberdeen Anchors', vatID: 'GB1' });
    await desk.put('ledger/m2', { name: 'Zagreb Zippers', vatID: 'HR1' });
    const [one, other] = [await desk.golden('ledger/m1'), await desk.golden('ledger/m2')];
    const outcome = await desk.merge(one.id, other.id, { reason: 'renamed in 2024' });
    expect(outcome.changes).toEqual([
      expect.objectContaining({ id: one.id, change: 'merged', versionBefore: 1, versionAfter: 2, merged: [other.id] }),
    ]);
    expect(outcome.decision).toMatchObject({
      kind: 'merge',
      verdict: 'match',
      status: 'standing',
      by: 'ada',
      reason: 'renamed in 2024',
      model: 'shipped',
      sides: [names('ledger/m1'), names('ledger/m2')],
    });
    expect(outcome.decision!.weight).toBeLessThan(0);
    expect(outcome.decision!.evidence[0]!.evidence.weight).toBeCloseTo(outcome.decision!.weight!, 3);
    const redirect = await desk.ada.request('get', `/suppliers/${other.id}`);
    expect(redirect.status).toBe(308);
    expect(redirect.headers.get('location')).toBe(`/v1/suppliers/${one.id}`);
  });

  it('hold a merge through updates, deletion and return of its records, and through all that is resolved again', async () => {
    const { id } = await desk.golden('ledger/m1');
    await desk.put('ledger/m2', { name: 'Zagreb Zippers and Buttons', vatID: 'HR2' });
    expect(members(await desk.golden('ledger/m2'))).toBe('ledger/m1 ledger/m2');
    await desk.remove('ledger/m2');
    expect(members(await desk.golden('ledger/m1'))).toBe('ledger/m1');
    await desk.put('ledger/m2', { name: 'Zenith', vatID: 'HR3' });
    const returned = await desk.golden('ledger/m2');
    expect([returned.id, members(returned)]).toEqual([id, 'ledger/m1 ledger/m2']);
    await desk.put('ledger/m3', { name: 'Zenith', vatID: 'HR3' });
    expect(members(await desk.golden('ledger/m1'))).toBe('ledger/m1 ledger/m2 ledger/m3');
  });

  it('take chains of merges back one by one, and the golden records are exactly what they were', async () => {
    for (const path of ['ledger/c1', 'ledger/c2', 'ledger/c3', 'ledger/c4'])
      await desk.put(path, { name: `Company ${path}`, vatID: path, email: `${path.slice(-2)}@example.com` });
    const content = async () => {
      const all = await Promise.all(
        ['ledger/c1', 'ledger/c2', 'ledger/c3', 'ledger/c4'].map((path) => desk.golden(path)),
      );
      return all.map(({ attributes, lineage, records }) => ({ attributes, lineage, records }));
    };
    const states = [await content()];
    const outcomes: OutcomeAnswer[] = [];
    for (const [one, other] of [
      ['ledger/c1', 'ledger/c2'],
      ['ledger/c3', 'ledger/c4'],
      ['ledger/c1', 'ledger/c3'],
    ] as const) {
      outcomes.push(await desk.merge((await desk.golden(one)).id, (await desk.golden(other)).id));
      states.push(await content());
    }
    expect(states.at(-1)!.map(members)).toEqual(Array(4).fill('ledger/c1 ledger/c2 ledger/c3 ledger/c4'));
    for (const outcome of outcomes.toReversed()) {
      states.pop();
      await desk.revoke(outcome);
      expect(await content()).toEqual(states.at(-1));
    }
    const ids = (await Promise.all(['c1', 'c2', 'c3', 'c4'].map((name) => desk.golden(`ledger/${name}`)))).map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(4);
    const merged = outcomes.flatMap(({ changes }) => changes.flatMap((change) => change.merged ?? []));
    // An id that was merged is never given again, and leads to a golden record for ever.
    for (const id of merged) {
      const { status, headers } = await desk.ada.request('get', `/suppliers/${id}`);
      expect(status).toBe(308);
      expect(ids).toContain(headers.get('location')!.split('/').at(-1));
    }
    expect(ids.filter((id) => merged.includes(id))).toEqual([]);
  });

  it('take the first of two merges back and keep the second', async () => {
    for (const name of ['d1', 'd2', 'd3']) await desk.put(`ledger/${name}`, { name: `Different ${name}`, vatID: name });
    const first = await desk.merge((await desk.golden('ledger/d1')).id, (await desk.golden('ledger/d2')).id);
    await desk.merge((await desk.golden('ledger/d3')).id, (await desk.golden('ledger/d1')).id);
    // The second was made on all three: it holds what the first held.
    const { changes } = await desk.revoke(first);
    expect(changes).toEqual([]);
    expect(members(await desk.golden('ledger/d1'))).toBe('ledger/d1 ledger/d2 ledger/d3');
  });

  it('split records off that all evidence joins, and they stay apart from then on, and so do those that come later', async () => {
    const same = { name: 'Same Steel', vatID: 'SE1' };
    for (const name of ['s1', 's2', 's3', 's4']) await desk.put(`ledger/${name}`, same);
    const whole = await desk.golden('ledger/s1');
    const split = { records: names('ledger/s1', 'ledger/s2'), reason: 'two subsidiaries' };
    const outcome = await desk.ada.done<OutcomeAnswer>('post', `/suppliers/${whole.id}/split`, split);
    // Equal parts: that with the smallest name keeps the id.
    expect(outcome.changes.map(({ id, change }) => [id === whole.id, change]).toSorted()).toEqual([
      [false, 'created'],
      [true, 'split'],
    ]);
    expect(outcome.changes.find(({ change }) => change === 'created')!.splitFrom).toBe(whole.id);
    const apart = async () => [members(await desk.golden('ledger/s1')), members(await desk.golden('ledger/s3'))];
    expect(await apart()).toEqual(['ledger/s1 ledger/s2', 'ledger/s3 ledger/s4']);
    await desk.put('ledger/s3', { ...same, email: 'steel@example.com' });
    await desk.put('ledger/s5', same);
    const [one, other] = await apart();
    expect([one, other].join(' ').split(' ').toSorted()).toEqual(
      ['s1', 's2', 's3', 's4', 's5'].map((name) => `ledger/${name}`),
    );
    expect([one!.includes('ledger/s3'), other!.includes('ledger/s1')]).toEqual([false, false]);
    await desk.revoke(outcome);
    expect(members(await desk.golden('ledger/s1'))).toBe('ledger/s1 ledger/s2 ledger/s3 ledger/s4 ledger/s5');
  });

  it('split what a merge has joined: the split stands, and what is left of the merge', async () => {
    for (const name of ['x1', 'x2', 'x3']) await desk.put(`ledger/${name}`, { name: `Exotic ${name}`, vatID: name });
    await desk.merge((await desk.golden('ledger/x1')).id, (await desk.golden('ledger/x2')).id);
    await desk.merge((await desk.golden('ledger/x1')).id, (await desk.golden('ledger/x3')).id);
    const { id } = await desk.golden('ledger/x1');
    const outcome = await desk.ada.done<OutcomeAnswer>('post', `/suppliers/${id}/split`, {
      records: names('ledger/x1'),
    });
    expect([members(await desk.golden('ledger/x1')), members(await desk.golden('ledger/x2'))]).toEqual([
      'ledger/x1',
      'ledger/x2 ledger/x3',
    ]);
    await desk.revoke(outcome);
    expect(members(await desk.golden('ledger/x1'))).toBe('ledger/x1 ledger/x2 ledger/x3');
  });

  it('are asked before a match takes the place of a standing decision against it, which stands again without it', async () => {
    for (const name of ['k1', 'k2']) await desk.put(`ledger/${name}`, { name: 'Krakow Kilns', vatID: 'PL1' });
    const { id } = await desk.golden('ledger/k1');
    const split = await desk.ada.done<OutcomeAnswer>('post', `/suppliers/${id}/split`, { records: names('ledger/k2') });
    const other = await desk.golden('ledger/k2');
    const refused = await desk.ada.refused('post', `/suppliers/${id}/merge`, { with: other.id });
    expect(refused).toMatchObject({ status: 409, title: 'Decided otherwise' });
    expect(refused.detail).toContain(split.decision!.id);
    const merged = await desk.merge(id, other.id, { supersede: true });
    expect(merged.affectedDecisions).toEqual([split.decision!.id]);
    const old = await desk.ada.done<DecisionAnswer>('get', `/suppliers/decisions/${split.decision!.id}`);
    expect(old).toMatchObject({ status: 'superseded', ended: { supersededBy: merged.decision!.id } });
    expect(await desk.ada.refused('delete', `/suppliers/decisions/${old.id}`)).toMatchObject({ status: 409 });
    const back = await desk.revoke(merged);
    expect(back.affectedDecisions).toEqual([split.decision!.id]);
    expect([members(await desk.golden('ledger/k1')), members(await desk.golden('ledger/k2'))]).toEqual([
      'ledger/k1',
      'ledger/k2',
    ]);
  });
});

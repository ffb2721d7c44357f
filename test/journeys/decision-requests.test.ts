import { type DecisionAnswer, type OutcomeAnswer } from '../support/stewards.js';
import { members, names, SupplierDesk, type Page } from './supplier-desk.js';

describe('Stewards who decide', () => {
  let desk: SupplierDesk;

  beforeAll(async () => {
    desk = await SupplierDesk.open();
  });

  afterAll(() => desk.close());

  it('see beforehand what a decision would do, and nothing is done', async () => {
    for (const name of ['p1', 'p2']) await desk.put(`ledger/${name}`, { name: `Prague ${name}`, vatID: name });
    const [one, other] = [await desk.golden('ledger/p1'), await desk.golden('ledger/p2')];
    const preview = await desk.ada.done<OutcomeAnswer>('post', `/suppliers/${one.id}/merge?preview=true`, {
      with: other.id,
    });
    expect(preview.decision).toBeUndefined();
    expect(preview.changes.map(members)).toEqual(['ledger/p1 ledger/p2']);
    expect(await desk.golden('ledger/p2')).toEqual(other);
    const { changes } = await desk.merge(one.id, other.id);
    expect(changes).toEqual(preview.changes);
    const split = { records: names('ledger/p2') };
    const splitting = await desk.ada.done<OutcomeAnswer>('post', `/suppliers/${one.id}/split?preview=true`, split);
    expect(splitting.changes.find(({ change }) => change === 'created')).toMatchObject({
      id: null,
      versionBefore: null,
    });
    expect(members(await desk.golden('ledger/p1'))).toBe('ledger/p1 ledger/p2');
  });

  it('change only what they have seen, where they say what that was', async () => {
    for (const name of ['v1', 'v2']) await desk.put(`ledger/${name}`, { name: `Vienna ${name}`, vatID: name });
    const [one, other] = [await desk.golden('ledger/v1'), await desk.golden('ledger/v2')];
    await desk.put('ledger/v1', { name: 'Vienna Valves', vatID: 'v1' });
    const stale = await desk.ada.request('post', `/suppliers/${one.id}/merge`, {
      body: { with: other.id },
      headers: { 'if-match': '"1"' },
    });
    expect([stale.status, stale.headers.get('etag')]).toEqual([412, '"2"']);
    const merged = await desk.ada.done<OutcomeAnswer>(
      'post',
      `/suppliers/${one.id}/merge`,
      { with: other.id },
      { 'if-match': '"2"' },
    );
    const { status } = await desk.ada.request('post', `/suppliers/${one.id}/split`, {
      body: { records: names('ledger/v2') },
      headers: { 'if-match': '"2"' },
    });
    expect(status).toBe(412);
    const path = `/suppliers/decisions/${merged.decision!.id}`;
    const { headers } = await desk.ada.request('get', path);
    expect(await desk.ada.refused('delete', path, undefined, { 'if-match': '"9"' })).toMatchObject({ status: 412 });
    await desk.ada.done('delete', path, undefined, { 'if-match': headers.get('etag')! });
    expect(members(await desk.golden('ledger/v1'))).toBe('ledger/v1');
  });

  it('find all that was ever decided, by golden record and overall', async () => {
    for (const name of ['l1', 'l2', 'l3']) await desk.put(`ledger/${name}`, { name: `Lisbon ${name}`, vatID: name });
    const [one, two] = [await desk.golden('ledger/l1'), await desk.golden('ledger/l2')];
    const first = await desk.merge(one.id, two.id);
    await desk.revoke(first);
    const third = await desk.ben.done<OutcomeAnswer>('post', `/suppliers/${one.id}/merge`, {
      with: (await desk.golden('ledger/l3')).id,
    });
    const list = async (query: string) =>
      (await desk.ada.done<Page<DecisionAnswer>>('get', `/suppliers/${query}`)).items;
    const ofOne = await list(`${one.id}/decisions`);
    expect(ofOne.map(({ id, status, by }) => [id, status, by])).toEqual([
      [third.decision!.id, 'standing', 'ben'],
      [first.decision!.id, 'revoked', 'ada'],
    ]);
    expect(ofOne[1]!.ended).toMatchObject({ by: 'ada', reason: 'a mistake' });
    expect((await list(`${two.id}/decisions`)).map(({ id }) => id)).toEqual([first.decision!.id]);
    expect((await list('decisions?by=ben')).map(({ id }) => id)).toEqual([third.decision!.id]);
    const all = await list('decisions?limit=1000');
    const paged: DecisionAnswer[] = [];
    let page = await desk.ada.done<Page<DecisionAnswer>>('get', '/suppliers/decisions?limit=3');
    paged.push(...page.items);
    while (page.next) {
      page = await desk.ada.done<Page<DecisionAnswer>>('get', `/suppliers/decisions?limit=3&cursor=${page.next}`);
      paged.push(...page.items);
    }
    expect(paged).toEqual(all);
    for (const status of ['standing', 'revoked', 'superseded'])
      expect((await list(`decisions?status=${status}&limit=1000`)).map(({ id }) => id)).toEqual(
        all.filter((decision) => decision.status === status).map(({ id }) => id),
      );
    expect((await list('decisions?kind=split&verdict=noMatch')).every(({ kind }) => kind === 'split')).toBe(true);
  });

  it('are refused what cannot be done, with what is wrong', async () => {
    for (const name of ['r1', 'r2']) await desk.put(`ledger/${name}`, { name: `Riga ${name}`, vatID: name });
    const [one, other] = [await desk.golden('ledger/r1'), await desk.golden('ledger/r2')];
    const unknown = '0190a000-0000-7000-8000-000000000000';
    const at = (id: string, what: string) => `/suppliers/${id}/${what}`;
    expect(await desk.ada.refused('post', at(unknown, 'merge'), { with: one.id })).toMatchObject({ status: 404 });
    expect(await desk.ada.refused('post', at('nonsense', 'merge'), { with: one.id })).toMatchObject({ status: 404 });
    expect(await desk.ada.refused('post', at(one.id, 'merge'), { with: unknown })).toMatchObject({
      status: 422,
      paths: ['with'],
    });
    expect(await desk.ada.refused('post', at(one.id, 'merge'), { with: one.id })).toMatchObject({
      status: 422,
      paths: ['with'],
    });
    expect(await desk.ada.refused('post', at(one.id, 'merge'), {})).toMatchObject({ status: 422, paths: ['with'] });
    expect(await desk.ada.refused('post', at(one.id, 'split'), { records: [] })).toMatchObject({
      status: 422,
      paths: ['records'],
    });
    expect(await desk.ada.refused('post', at(one.id, 'split'), { records: names('ledger/r2') })).toMatchObject({
      status: 422,
      paths: ['records.0'],
    });
    expect(await desk.ada.refused('post', at(one.id, 'split'), { records: names('ledger/r1') })).toMatchObject({
      status: 422,
      paths: ['records'],
    });
    await desk.merge(one.id, other.id);
    expect(await desk.ada.refused('post', at(other.id, 'split'), { records: names('ledger/r2') })).toMatchObject({
      status: 409,
    });
    expect(await desk.ada.refused('post', at(other.id, 'merge'), { with: one.id })).toMatchObject({ status: 409 });
    for (const name of ['r1', 'r2']) await desk.remove(`ledger/${name}`);
    expect(await desk.ada.refused('post', at(one.id, 'split'), { records: names('ledger/r2') })).toMatchObject({
      status: 410,
    });
    expect(await desk.ada.refused('get', `/suppliers/decisions/${unknown}`)).toMatchObject({ status: 404 });
    expect(await desk.ada.refused('delete', `/suppliers/decisions/${unknown}`)).toMatchObject({ status: 404 });
    expect(await desk.ada.refused('post', '/suppliers/decisions/x/revocation', {})).toMatchObject({ status: 404 });
    expect(await desk.ada.refused('get', `/suppliers/${unknown}/decisions`)).toMatchObject({ status: 404 });
    expect(await desk.ada.refused('get', '/suppliers/decisions?status=open')).toMatchObject({
      status: 400,
      paths: ['status'],
    });
  });

  it('work on the same golden records at once: each decision is carried out whole or refused', async () => {
    const count = 8;
    for (let i = 0; i < count; i++) await desk.put(`ledger/w${i}`, { name: `Warsaw ${i}`, vatID: `w${i}` });
    const goldens = await Promise.all(Array.from({ length: count }, (_, i) => desk.golden(`ledger/w${i}`)));
    const answers = await Promise.all(
      goldens.flatMap(({ id }, i) => {
        const other = goldens[(i + 3) % count]!.id;
        const steward = i % 2 === 0 ? desk.ada : desk.ben;
        const update = { data: { name: `Warsaw ${i}`, vatID: `w${i}`, email: 'w@example.com' } };
        return [
          steward.request('post', `/suppliers/${id}/merge`, { body: { with: other } }),
          desk.ada.request('put', `/suppliers/records/ledger/w${i}`, { body: update, headers: { prefer: 'wait=20' } }),
        ];
      }),
    );
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    const stand = await desk.ada.done<Page<DecisionAnswer>>('get', `/suppliers/decisions?status=standing&limit=1000`);
    const decided = stand.items.filter(({ sides }) => sides[0]![0]!.sourceId.startsWith('w'));
    for (const { sides } of decided) {
      const [all] = [sides.flat().map(({ source, sourceId }) => `${source}/${sourceId}`)];
      const ids = await Promise.all(all.map(async (path) => (await desk.golden(path)).id));
      expect(new Set(ids).size).toBe(1);
    }
    expect(decided.length).toBeGreaterThan(1);
  });
});

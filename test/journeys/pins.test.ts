import { setTimeout } from 'node:timers/promises';
import type { ContractAnswer } from '../support/contract-client.js';
import type { PinAnswer, PinOutcomeAnswer } from '../support/stewards.js';
import { SupplierDesk, type Golden, type Page } from './supplier-desk.js';

describe('A steward pins what no record may change', () => {
  let desk: SupplierDesk;

  beforeAll(async () => {
    desk = await SupplierDesk.open();
  });

  afterAll(() => desk.close());

  const pin = (id: string, attribute: string, body: object): Promise<PinOutcomeAnswer> =>
    desk.ada.done('put', `/suppliers/${id}/pins/${attribute}`, { reason: 'asked by telephone', ...body });
  const unpin = (id: string, attribute: string, reason = ''): Promise<PinOutcomeAnswer> =>
    desk.ben.done('delete', `/suppliers/${id}/pins/${attribute}${reason && `?reason=${encodeURIComponent(reason)}`}`);
  const pins = async (id: string, status = ''): Promise<readonly PinAnswer[]> =>
    (await desk.ada.done<Page<PinAnswer>>('get', `/suppliers/${id}/pins${status && `?status=${status}`}`)).items;
  const content = ({ attributes, lineage, records }: Golden) => ({ attributes, lineage, records });
  const errorsOf = ({ status, body }: ContractAnswer) => [status, (body as { errors?: object[] }).errors];

  it('a value: it stands, whatever the records say, and the lineage names the pin', async () => {
    await desk.put('ledger/1', { name: 'Aberdeen Anchors', vatID: 'GB1', email: 'info@aberdeen.example' });
    const before = await desk.golden('ledger/1');
    const { pin: made, changes } = await pin(before.id, 'name', { value: '  Aberdeen  Anchors Ltd ' });
    expect(made).toMatchObject({
      value: 'Aberdeen Anchors Ltd',
      status: 'standing',
      createdBy: 'ada',
      goldenId: before.id,
    });
    expect(changes).toMatchObject([{ id: before.id, change: 'updated', versionBefore: 1, versionAfter: 2 }]);
    await desk.put('ledger/1', { name: 'Aberdeen Anchors & Chains', vatID: 'GB1', email: 'info@aberdeen.example' });
    const after = await desk.golden('ledger/1');
    expect(after.attributes.name).toBe('Aberdeen Anchors Ltd');
    expect(after.lineage).toMatchObject({
      name: {
        source: 'steward',
        sourceId: made!.id,
        strategy: 'pin',
        lost: 1,
        runnerUp: { source: 'ledger', sourceId: '1' },
      },
      vatID: { source: 'ledger', strategy: 'only' },
    });
    expect(await desk.ada.done('get', `/suppliers/${before.id}/attributes/name`)).toMatchObject({
      value: 'Aberdeen Anchors Ltd',
      pin: made!.id,
      candidates: [{ value: 'Aberdeen Anchors & Chains', outcome: 'lost', by: 'pin' }],
    });
  });

  it('until it is taken back, and the records count again', async () => {
    const { id } = await desk.golden('ledger/1');
    const { ended, changes } = await unpin(id, 'name', 'they were right');
    expect(ended).toMatchObject([
      { status: 'withdrawn', createdBy: 'ada', endedBy: 'ben', endReason: 'they were right' },
    ]);
    expect(changes).toMatchObject([{ attributes: { name: 'Aberdeen Anchors & Chains' } }]);
    expect(await pins(id)).toEqual([]);
    expect(await pins(id, 'ended')).toEqual(ended);
    expect((await desk.ada.request('delete', `/suppliers/${id}/pins/name`)).status).toBe(404);
  });

  it('values that it must not have', async () => {
    await desk.put('ledger/2', {
      name: 'Brno Bearings',
      vatID: 'CZ1',
      email: ['old@brno.example', 'new@brno.example'],
    });
    await desk.put('registry/2', { name: 'BRNO BEARINGS', vatID: 'CZ1' });
    const { id } = await desk.golden('ledger/2');
    await pin(id, 'email', { ignore: 'OLD@brno.example' });
    expect((await desk.golden('ledger/2')).attributes.email).toEqual(['new@brno.example']);
    const { ended } = await pin(id, 'email', { ignore: ['old@brno.example', 'new@brno.example'] });
    expect(ended).toMatchObject([{ status: 'replaced', endedBy: 'ada' }]);
    expect((await desk.golden('ledger/2')).attributes).not.toHaveProperty('email');
    expect(await desk.ada.done('get', `/suppliers/${id}/attributes/email`)).toMatchObject({
      candidates: [{ sourceId: '2', outcome: 'ignored', by: 'pin' }],
    });
    await unpin(id, 'email');
  });

  it('what it is, through merge and split, and a merge taken back gives back exactly what was', async () => {
    await desk.put('ledger/3', { name: 'Cadiz Cranes' });
    await desk.put('ledger/4', { name: 'Dublin Drills' });
    const [three, four] = [await desk.golden('ledger/3'), await desk.golden('ledger/4')];
    await pin(three.id, 'name', { value: 'Cadiz Cranes SA' });
    await pin(four.id, 'name', { value: 'Dublin Drills plc' });
    const before = [await desk.golden('ledger/3'), await desk.golden('ledger/4')].map(content);

    const merged = await desk.merge(three.id, four.id);
    // Of two pins the later one counts; both are there.
    expect((await desk.golden('ledger/3')).attributes.name).toBe('Dublin Drills plc');
    expect((await pins(three.id)).map(({ value }) => value)).toEqual(['Dublin Drills plc', 'Cadiz Cranes SA']);
    await desk.revoke(merged);
    expect([await desk.golden('ledger/3'), await desk.golden('ledger/4')].map(content)).toEqual(before);

    await desk.merge(three.id, (await desk.golden('ledger/4')).id);
    const { ended } = await pin(three.id, 'name', { value: 'CD Group' });
    expect(ended).toHaveLength(2);
    await desk.split(three.id, 'ledger/4');
    expect((await desk.golden('ledger/3')).attributes.name).toBe('CD Group');
    expect((await desk.golden('ledger/4')).attributes.name).toBe('Dublin Drills');
    expect(await pins((await desk.golden('ledger/4')).id)).toEqual([]);
  });

  it('what a record is known by, and the pin goes over when that record is withdrawn, and back when it returns', async () => {
    await desk.put('ledger/5', { name: 'Essen Engines', vatID: 'DE5' });
    await desk.put('ledger/6', { name: 'Essen Engines', vatID: 'DE5' });
    const { id } = await desk.golden('ledger/5');
    await pin(id, 'rating', { value: 'preferred' });
    await desk.split(id, 'ledger/6');
    const rating = async (path: string) => (await desk.golden(path)).attributes.rating;
    expect([await rating('ledger/5'), await rating('ledger/6')]).toEqual(['preferred', undefined]);

    await desk.remove('ledger/5');
    for (let waited = 0; (await rating('ledger/6')) === undefined && waited < 20_000; waited += 50)
      await setTimeout(50);
    expect(await rating('ledger/6')).toBe('preferred');
    await desk.put('ledger/5', { name: 'Essen Engines', vatID: 'DE5' });
    for (let waited = 0; (await rating('ledger/6')) !== undefined && waited < 20_000; waited += 50)
      await setTimeout(50);
    expect([await rating('ledger/5'), await rating('ledger/6')]).toEqual(['preferred', undefined]);
  });

  it('for a time, which ends by itself', async () => {
    await desk.put('ledger/7', { name: 'Faro Ferries' });
    const { id, attributes } = await desk.golden('ledger/7');
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    await pin(id, 'name', { value: 'Faro Ferries (closed)', expiresAt });
    expect((await desk.golden('ledger/7')).attributes.name).toBe('Faro Ferries (closed)');
    for (let waited = 0; (await pins(id)).length > 0 && waited < 30_000; waited += 100) await setTimeout(100);
    expect((await desk.golden('ledger/7')).attributes).toEqual(attributes);
    expect(await pins(id, 'all')).toMatchObject([{ status: 'expired', endedBy: null, expiresAt }]);
  });

  it('nothing, where the golden record is another by now, or the pin says nothing that can be', async () => {
    await desk.put('ledger/8', { name: 'Ghent Gears' });
    const { id } = await desk.golden('ledger/8');
    const put = (attribute: string, body: object, headers = {}) =>
      desk.ada.request('put', `/suppliers/${id}/pins/${attribute}`, { body, headers });
    const reason = 'known';
    expect((await put('name', { value: 'Ghent', reason }, { 'if-match': '"7"' })).status).toBe(412);
    expect((await put('shoe', { value: 'Ghent', reason })).status).toBe(404);
    expect(errorsOf(await put('name', { value: 'Ghent' }))).toEqual([
      422,
      [{ path: 'reason', message: expect.anything() as string }],
    ]);
    expect(errorsOf(await put('rating', { value: 'superb', expiresAt: '2020-01-01T00:00:00Z', reason }))).toEqual([
      422,
      [
        { path: 'expiresAt', message: 'must lie in the future' },
        { path: 'value', message: 'is none of preferred, approved, blocked' },
      ],
    ]);
    expect(errorsOf(await put('email', { value: ['a@b.example', 'nobody'], reason }))).toEqual([
      422,
      [{ path: 'value.1', message: 'is not an e-mail address' }],
    ]);
    const either = [{ path: 'value', message: 'give either `value` or `ignore`' }];
    expect(errorsOf(await put('name', { reason }))).toEqual([422, either]);
    expect(errorsOf(await put('name', { value: 'a', ignore: 'b', reason }))).toEqual([422, either]);
    expect(errorsOf(await put('name', { value: ' ', reason }))).toEqual([
      422,
      [{ path: 'value', message: 'must not be empty' }],
    ]);
    const { changes } = await desk.ada.done<PinOutcomeAnswer>('put', `/suppliers/${id}/pins/name?preview=true`, {
      value: 'Ghent',
      reason,
    });
    expect(changes).toMatchObject([{ attributes: { name: 'Ghent' } }]);
    expect(await desk.golden('ledger/8')).toMatchObject({ version: 1, attributes: { name: 'Ghent Gears' } });
    expect(await pins(id, 'all')).toEqual([]);
  });

  it('a golden record whose last record is withdrawn at that moment: the answer waits for what becomes of it', async () => {
    await desk.put('ledger/90', { name: 'Ninety Nets', vatID: 'GB90', email: 'info@ninety.example' });
    const { id } = await desk.golden('ledger/90');
    const withdraw = (deleted: boolean) =>
      desk.aurum.database.query('update record set deleted = $1 where source_id = $2', [deleted, '90']);
    await withdraw(true);
    const pinned = pin(id, 'name', { value: 'Ninety Nets Ltd' });
    await setTimeout(300);
    await withdraw(false);
    expect((await pinned).changes).toMatchObject([{ id, change: 'updated' }]);
  });
});

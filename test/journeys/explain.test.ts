import type { PairExplanation } from '../../src/stewardship/explained-pair.dto.js';
import { names, SupplierDesk } from './supplier-desk.js';
import { supplier } from './supplier.js';

const { link, review } = supplier.model.thresholds;

/** Every pair of records is explained: by its weight, and by what else has a say. */
describe('A pair is explained', () => {
  let desk: SupplierDesk;

  beforeAll(async () => {
    desk = await SupplierDesk.open({ domains: [{ ...supplier, maximumBlockSize: { selective: 4, broad: 4 } }] });
    await desk.put('ledger/1', { name: 'Aberdeen Anchors', vatID: 'GB1' });
    await desk.put('ledger/2', { name: 'Aberdeen Anchors', vatID: 'GB1' });
  });

  afterAll(() => desk.close());

  const explain = (a: string, b: string, more = ''): Promise<PairExplanation> =>
    desk.ada.done('get', `/suppliers/explain?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}${more}`);

  const kinds = ({ reasons }: PairExplanation) => reasons.map(({ kind }) => kind);

  it('by its waterfall, the block keys that it shares, the model and the verdict', async () => {
    const pair = await explain('ledger/1', 'ledger/2');
    expect(pair).toMatchObject({
      a: { source: 'ledger', sourceId: '1' },
      b: { source: 'ledger', sourceId: '2' },
      model: { id: 'shipped', active: true, link, review },
      verdict: 'link',
      mutualBest: 0,
      candidates: true,
      together: true,
      blocks: [
        { label: 'name aberd', oversized: false },
        { label: 'vat GB1', oversized: false },
      ],
      reasons: [],
    });
    const { prior, comparisons, weight } = pair.evidence;
    expect(comparisons.map(({ comparison, level }) => `${comparison} ${level}`)).toEqual(['name same', 'vatID same']);
    expect(comparisons.reduce((sum, one) => sum + one.weight + one.termFrequency, prior)).toBeCloseTo(weight, 9);
    expect(await explain('ledger/2', 'ledger/1')).toMatchObject({ evidence: { weight }, a: { sourceId: '2' } });
  });

  it('that shares no block key, and so is never compared', async () => {
    await desk.put('ledger/3', { name: 'Zagreb Zinc' });
    const pair = await explain('ledger/1', 'ledger/3');
    expect(pair).toMatchObject({ verdict: 'none', candidates: false, together: false, blocks: [] });
    expect(kinds(pair)).toEqual(['noSharedBlock']);
  });

  it('that one comparison alone keeps apart', async () => {
    const [name] = supplier.model.comparisons;
    const same = name!.levels.find(({ label }) => label === 'same')!;
    expect(supplier.model.prior + Math.log2(same.m / same.u)).toBeLessThan(link);
    await desk.put('ledger/5', { name: 'Zagreb Zink', vatID: 'HR2' });
    await desk.put('ledger/6', { name: 'Tallinn Tools', vatID: 'HR2' });
    const pair = await explain('ledger/5', 'ledger/6');
    expect(pair.evidence.weight).toBeLessThan(link);
    expect(pair.reasons).toEqual([{ kind: 'contradiction', comparison: 'name', records: [] }]);
  });

  it('of a source that is duplicate-free', async () => {
    await desk.put('registry/1', { name: 'Cadiz Cranes', vatID: 'ES7' });
    await desk.put('registry/2', { name: 'Cadiz Cranes', vatID: 'ES7' });
    const pair = await explain('registry/1', 'registry/2');
    expect(pair).toMatchObject({ verdict: 'link', together: false });
    expect(pair.reasons).toEqual([{ kind: 'duplicateFree', records: names('registry/1', 'registry/2') }]);
  });

  it('that a steward has matched', async () => {
    await desk.put('ledger/m1', { name: 'Minsk Mills' });
    await desk.put('ledger/m2', { name: 'Nantes Nails' });
    await desk.merge((await desk.golden('ledger/m1')).id, (await desk.golden('ledger/m2')).id);
    const pair = await explain('ledger/m1', 'ledger/m2');
    expect(pair).toMatchObject({ verdict: 'none', together: true });
    expect(kinds(pair)).toEqual(['noSharedBlock', 'matched']);
    expect(pair.reasons[1]!.records).toEqual(names('ledger/m1', 'ledger/m2'));
  });

  it('that a steward has told apart', async () => {
    await desk.put('ledger/7', { name: 'Dublin Drills', vatID: 'IE9' });
    await desk.put('ledger/8', { name: 'Dublin Drills', vatID: 'IE9' });
    const golden = await desk.golden('ledger/7');
    await desk.split(golden.id, 'ledger/8');
    const apart = await explain('ledger/7', 'ledger/8');
    expect(apart).toMatchObject({ verdict: 'link', together: false });
    expect(apart.reasons).toEqual([{ kind: 'toldApart', records: names('ledger/8', 'ledger/7') }]);
  });

  it('that is together through others', async () => {
    await desk.put('ledger/10', { name: 'Espoo Engines', vatID: 'FI1' });
    await desk.put('ledger/11', { vatID: 'FI1' });
    await desk.put('ledger/12', { name: 'Turku Turbines', vatID: 'FI1' });
    const pair = await explain('ledger/10', 'ledger/12');
    expect(pair).toMatchObject({ verdict: 'review', together: true });
    expect(pair.reasons).toEqual([
      { kind: 'contradiction', comparison: 'name', records: [] },
      { kind: 'connected', records: names('ledger/10', 'ledger/11', 'ledger/12') },
    ]);
  });

  it('by names with slashes and spaces in them', async () => {
    await desk.put('ledger/9', { name: 'Faro Files' });
    await desk.ada.done(
      'put',
      `/suppliers/records/ledger/${encodeURIComponent('9/b 1&c')}`,
      { data: { name: 'Faro Files' } },
      { prefer: 'wait=20' },
    );
    expect(await explain('ledger/9', 'ledger/9/b 1&c')).toMatchObject({
      b: { source: 'ledger', sourceId: '9/b 1&c' },
      verdict: 'review',
    });
  });

  it('that shares only block keys of too many records', async () => {
    for (let number = 1; number <= 6; number++)
      await desk.put(`ledger/s${number}`, { name: `Smith and Sons ${number}${number}` });
    for (;;) {
      const pair = await explain('ledger/s1', 'ledger/s6');
      if (pair.blocks.some(({ oversized }) => !oversized)) continue;
      expect(pair).toMatchObject({ candidates: false, blocks: [{ label: 'name smith', oversized: true }] });
      expect(kinds(pair)).toContain('oversizedBlocks');
      return;
    }
  });

  it('by another model than the active one, and not by one that is not there', async () => {
    expect(await explain('ledger/1', 'ledger/2', '&model=shipped')).toMatchObject({ model: { active: true } });
    expect((await desk.ada.request('get', '/suppliers/explain?a=ledger/1&b=ledger/2&model=none')).status).toBe(404);
  });

  it('only where it is two records that are held', async () => {
    const status = async (query: string) => {
      const { status: code, body } = await desk.ada.request('get', `/suppliers/explain?${query}`);
      return [code, (body as { errors?: { path: string }[] }).errors?.map(({ path }) => path)];
    };
    expect(await status('a=ledger/none&b=ledger/1')).toEqual([404, ['a']]);
    expect(await status('a=ledger/1&b=nowhere/1')).toEqual([404, ['b']]);
    expect(await status('a=ledger/1')).toEqual([400, ['b']]);
    expect(await status('a=ledger/1&b=ledger')).toEqual([400, ['b']]);
    expect(await status('a=ledger/1&b=ledger/1')).toEqual([400, ['b']]);
  });
});

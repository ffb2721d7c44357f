import type { MatchingModel } from '../../src/matching/model.js';
import { StewardReference } from '../support/steward-reference.js';
import { StewardScript } from '../support/steward-script.js';
import { SupplierDesk } from './supplier-desk.js';
import { supplier } from './supplier.js';

/** A longer script, or another one: `AURUM_SCRIPT_STEPS=1000 AURUM_SCRIPT_SEED=7 npm test -- steward-script`. */
const steps = Number(process.env.AURUM_SCRIPT_STEPS ?? 60);
const seed = Number(process.env.AURUM_SCRIPT_SEED ?? 20_261_125);

describe('Whatever stewards and sources do, in any order', () => {
  let desk: SupplierDesk;

  beforeAll(async () => {
    desk = await SupplierDesk.open();
  });

  afterAll(() => desk.close());

  it(
    'leaves membership, values, lineage, versions, pins, redirects, reviews and events as a plain reference has them',
    async () => {
      const trust = { ledger: 0.5, registry: 0.9 };
      const reference = new StewardReference(supplier, trust, ['registry'], supplier.model);
      const script = new StewardScript(desk.aurum, desk.ada, reference, await keepModels(desk), seed);
      const told: string[] = [];
      for (let step = 1; step <= steps; step++) {
        const { said, service, reference: expected } = await script.step();
        told.push(said);
        expect({ told, ...service }).toEqual({ told, ...expected });
      }
      // A script that did not do everything would prove little.
      for (const kind of ['put', 'remove', 'merge', 'split', 'review', 'group', 'revoke', 'activate', 'pin', 'unpin'])
        expect([kind, script.counts.get(kind)]).toEqual([kind, expect.any(Number)]);
    },
    60_000 + steps * 2_000,
  );
});

/** The shipped model, and two that were trained: one that links sooner, and one that leaves more to stewards. */
async function keepModels({ aurum }: SupplierDesk): Promise<Map<string, MatchingModel>> {
  const withThresholds = (link: number, review: number) => ({ ...supplier.model, thresholds: { link, review } });
  const trained = { eager: withThresholds(3, -2), wary: withThresholds(14, 0) };
  for (const [version, [id, model]] of Object.entries(trained).entries())
    await aurum.database.query(
      `insert into matching_model (id, collection, version, model, report, created_at)
      values ($1, 'suppliers', $2, $3, '{}', now())`,
      [id, version + 1, JSON.stringify(model)],
    );
  return new Map<string, MatchingModel>([['shipped', supplier.model], ...Object.entries(trained)]);
}

import { drawGolden } from './draw-golden.js';

it('draws values with their lineage and the records behind them', () => {
  const golden = {
    id: 'g1',
    version: 3,
    attributes: { name: 'Ann Lee', address: { streetAddress: '1 Main St', postalCode: '78701' } },
    lineage: {
      name: { source: 'crm', sourceId: 'C-1', strategy: 'trust', lost: 2 },
      address: { source: 'shop', sourceId: 'u9', strategy: 'mostRecent', lost: 0 },
    },
    records: [
      { source: 'crm', sourceId: 'C-1' },
      { source: 'shop', sourceId: 'u9' },
    ],
  };
  const members = [
    { source: 'crm', sourceId: 'C-1', observedAt: '2025-03-01T00:00:00.000Z', canonical: { name: 'Ann Lee' } },
    {
      source: 'shop',
      sourceId: 'u9',
      observedAt: '2025-04-01T00:00:00.000Z',
      canonical: { name: 'ann lee', email: 'a@b.c' },
    },
  ];
  expect(drawGolden(golden, members).split('\n')).toEqual([
    'g1  version 3',
    '├─ name     Ann Lee           ← crm C-1 by trust, 2 others lost',
    '├─ address  1 Main St, 78701  ← shop u9 by mostRecent',
    '└─ 2 records',
    '   ├─ crm C-1, as of 2025-03-01',
    '   │     Ann Lee',
    '   └─ shop u9, as of 2025-04-01',
    '         ann lee · a@b.c',
  ]);
});

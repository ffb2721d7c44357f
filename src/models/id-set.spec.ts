import fc from 'fast-check';
import { IdSet } from './id-set.js';

it('holds what was added to it, and nothing else', () => {
  const ids = fc.array(fc.nat(3_000_000));
  fc.assert(
    fc.property(ids, ids, (added, asked) => {
      const set = new IdSet();
      for (const id of added) set.add(id);
      for (const id of [...added, ...asked]) expect(set.has(id)).toBe(added.includes(id));
    }),
  );
});

import fc from 'fast-check';
import { assignIdentities, type IdentityRecord } from './identity.js';

function ids(): () => string {
  let next = 0;
  return () => `new${String(next++).padStart(3, '0')}`;
}

/** `a1:G1 b2:G2 / c3` is two clusters: a1 of golden record G1 with b2 of G2, and c3, which has none. */
function states(text: string): IdentityRecord[][] {
  let id = 0;
  return text.split('/').map((cluster) =>
    cluster
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [name = '', goldenId = null] = entry.split(':');
        return { id: id++, source: name.charAt(0), sourceId: name.slice(1), goldenId };
      }),
  );
}

describe('assignIdentities', () => {
  it.each([
    ['a new cluster gets a new id', 'a1 b1', ['new000']],
    ['a record joins a golden record', 'a1:G1 b1', ['G1']],
    ['the oldest id stays on a merge', 'a1:G2 b1:G1', ['G1 merged G2']],
    ['the largest part keeps the id on a split', 'a1:G1 / b1:G1 b2:G1', ['new000 from G1', 'G1 into new000']],
    ['equal parts: the smallest name keeps it', 'b1:G1 / a1:G1', ['new000 from G1', 'G1 into new000']],
    ['records that move on take nothing with them', 'a1:G1 a2:G1 / b1:G2 b2:G2 a3:G1', ['G1', 'G2']],
    ['a part that joins an older one merges nothing', 'a1:G2 a2:G2 / a3:G2 b1:G1', ['G2', 'G1']],
    ['split and merge at once', 'a1:G1 a2:G1 b1:G2 / a3:G1', ['G1 merged G2 into new000', 'new000 from G1']],
  ])('%s', (_name, text, expected) => {
    const shown = assignIdentities(states(text), ids()).map(({ goldenId, merged, splitInto, splitFrom }) =>
      [
        goldenId,
        ...label('merged', merged),
        ...label('into', splitInto),
        ...label('from', splitFrom ? [splitFrom] : []),
      ].join(' '),
    );
    expect(shown).toEqual(expected);
  });

  const partition = fc
    .array(fc.record({ cluster: fc.nat(4), golden: fc.option(fc.nat(3)), source: fc.constantFrom('a', 'b') }), {
      minLength: 1,
    })
    .map((records) => {
      const clusters = new Map<number, IdentityRecord[]>();
      records.forEach(({ cluster, golden, source }, id) => {
        const goldenId = golden === null ? null : `G${golden}`;
        clusters.set(cluster, [...(clusters.get(cluster) ?? []), { id, source, sourceId: String(id), goldenId }]);
      });
      return [...clusters.values()];
    });

  it('uses every id once, and lets no old id vanish', () => {
    fc.assert(
      fc.property(partition, (clusters) => {
        const assignments = assignIdentities(clusters, ids());
        const used = assignments.flatMap(({ goldenId, merged }) => [goldenId, ...merged]);
        expect(new Set(used).size).toBe(used.length);
        const before = new Set(clusters.flat().flatMap(({ goldenId }) => goldenId ?? []));
        expect(used.filter((id) => id.startsWith('G')).toSorted()).toEqual([...before].toSorted());
      }),
    );
  });

  it('does not depend on the order of clusters and records', () => {
    fc.assert(
      fc.property(partition, (clusters) => {
        const kept = (given: IdentityRecord[][]) =>
          assignIdentities(given, ids())
            .filter(({ isNew }) => !isNew)
            .map(({ goldenId, merged, records }) => [
              goldenId,
              merged,
              records.map(({ id }) => id).toSorted((x, y) => x - y),
            ])
            .toSorted();
        expect(kept(clusters.toReversed().map((cluster) => cluster.toReversed()))).toEqual(kept(clusters));
      }),
    );
  });

  it('changes nothing when it is applied to its own result', () => {
    fc.assert(
      fc.property(partition, (clusters) => {
        const once = assignIdentities(clusters, ids());
        const settled = once.map(({ goldenId, records }) => records.map((record) => ({ ...record, goldenId })));
        for (const { isNew, merged, splitInto } of assignIdentities(settled, ids()))
          expect({ isNew, merged, splitInto }).toEqual({ isNew: false, merged: [], splitInto: [] });
      }),
    );
  });
});

function label(word: string, names: readonly string[]): string[] {
  return names.length > 0 ? [word, ...names] : [];
}

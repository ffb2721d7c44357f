import * as fc from 'fast-check';
import { foldRecords, type HeldRecord } from './fold-records.js';
import type { PreparedRecord } from './prepared-record.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));
const now = day(20);

function record(content: string, observedAt?: Date, sourceId = 'a'): PreparedRecord {
  const line = { line: 1, sourceId, data: {}, observedAt, input: '' };
  const contentHash = Buffer.from(content);
  return { line, data: content, contentHash, canonical: '{}', flags: null, standard: '{}', blockKeys: [] };
}

function held(content: string, observedAt: Date, deleted = false): HeldRecord {
  return { id: 1, sourceId: 'a', contentHash: Buffer.from(content), observedAt, deleted, blockKeys: [] };
}

function fold(records: readonly PreparedRecord[], before?: HeldRecord) {
  return foldRecords(records, new Map(before ? [['a', before]] : []), now);
}

describe('foldRecords', () => {
  it.each([
    ['a new record', record('x'), undefined, 'accepted', now],
    ['a new record with its time', record('x', day(1)), undefined, 'accepted', day(1)],
    ['other content', record('y'), held('x', day(5)), 'accepted', now],
    ['other content of the same time', record('y', day(5)), held('x', day(5)), 'accepted', day(5)],
    ['other content of a later time', record('y', day(6)), held('x', day(5)), 'accepted', day(6)],
    ['other content of an earlier time', record('y', day(4)), held('x', day(5)), 'stale', undefined],
    ['the same content', record('x'), held('x', day(5)), 'unchanged', undefined],
    ['the same content of the same time', record('x', day(5)), held('x', day(5)), 'unchanged', undefined],
    ['the same content of a later time', record('x', day(6)), held('x', day(5)), 'accepted', day(6)],
    ['the same content of an earlier time', record('x', day(4)), held('x', day(5)), 'stale', undefined],
    ['other content where the future is held', record('y'), held('x', day(25)), 'accepted', day(25)],
    ['the same content of a deleted record', record('x'), held('x', day(5), true), 'accepted', now],
    ['content earlier than a deleted record', record('x', day(4)), held('x', day(5), true), 'stale', undefined],
  ])('takes %s as it should', (_what, given, before, disposition, observedAt) => {
    const { dispositions, writes } = fold([given], before);
    expect(dispositions).toEqual([disposition]);
    expect(writes.map((write) => write.observedAt)).toEqual(observedAt ? [observedAt] : []);
    expect(writes.every((write) => write.held === before)).toBe(true);
  });

  it('takes the records of one id in order, and writes the last that was accepted', () => {
    const { dispositions, writes } = fold([
      record('x', day(2)),
      record('x', day(2)),
      record('old', day(1)),
      record('y', day(3)),
      record('b', day(1), 'b'),
      record('x', day(2)),
    ]);
    expect(dispositions).toEqual(['accepted', 'unchanged', 'stale', 'accepted', 'accepted', 'stale']);
    expect(writes.map(({ record: { data } }) => data)).toEqual(['y', 'b']);
  });

  it('comes to the same however the records are cut into batches', () => {
    const records = fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.option(fc.integer({ min: 1, max: 4 }))), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(records, fc.nat(8), (given, cut) => {
        const all = given.map(([content, at]) => record(content, at === null ? undefined : day(at)));
        const whole = fold(all);
        const first = fold(all.slice(0, cut));
        const [write] = first.writes;
        const second = fold(all.slice(cut), write && held(write.record.data, write.observedAt));
        expect([...first.dispositions, ...second.dispositions]).toEqual(whole.dispositions);
        const last = (second.writes[0] ?? write)?.record.data;
        expect(last).toBe(whole.writes[0]?.record.data);
      }),
    );
  });
});

import { FeedReplay } from './feed-replay.js';

function event(
  sequence: number,
  golden: string,
  version: number,
  records: string[],
  more: object = {},
  type = 'updated',
) {
  return {
    sequence: String(sequence).padStart(20, '0'),
    type: `golden.customer.${type}.v1`,
    subject: golden,
    data: { version, records: records.map((sourceId) => ({ source: 's', sourceId })), ...more },
  };
}

function replay(...events: object[]): FeedReplay {
  const feed = new FeedReplay();
  for (const each of events) feed.apply(each);
  return feed;
}

it('follows golden records through merge and deletion', () => {
  const feed = replay(
    event(1, 'g1', 1, ['a']),
    event(2, 'g2', 1, ['b']),
    event(3, 'g3', 1, ['c']),
    event(4, 'g1', 2, ['a', 'b'], { merged: ['g2'] }, 'merged'),
    event(5, 'g3', 2, [], {}, 'deleted'),
  );
  expect(feed.problems).toEqual([]);
  expect(feed.events).toBe(5);
  expect([...feed.membership()]).toEqual([
    ['s a', 'g1'],
    ['s b', 'g1'],
  ]);
});

it.each([
  ['a gap in the feed', [event(1, 'g1', 1, ['a']), event(3, 'g2', 1, ['b'])]],
  ['a repeat in the feed', [event(1, 'g1', 1, ['a']), event(1, 'g1', 2, ['a'])]],
  ['a missing version', [event(1, 'g1', 1, ['a']), event(2, 'g1', 3, ['a'])]],
  ['a repeated version', [event(1, 'g1', 1, ['a']), event(2, 'g1', 1, ['a'])]],
  ['a first version that is not 1', [event(1, 'g1', 2, ['a'])]],
  ['a merge of nothing', [event(1, 'g1', 1, ['a'], { merged: ['g7'] })]],
])('notes %s', (_name, events) => {
  expect(replay(...events).problems).toHaveLength(1);
});

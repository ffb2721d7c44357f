import { noCounts, progressOf, statusOf, type Operation } from './operation.js';

const operation = (part: Partial<Operation>): Operation => ({
  id: '',
  kind: 'ingestion',
  collection: null,
  source: null,
  state: 'running',
  inputComplete: false,
  counts: noCounts,
  expected: null,
  pending: 0,
  quarantined: 0,
  result: null,
  error: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...part,
});

describe('an operation', () => {
  it.each<[Partial<Operation>, string]>([
    [{}, 'running'],
    [{ pending: 3 }, 'running'],
    [{ inputComplete: true, pending: 3 }, 'running'],
    [{ inputComplete: true, pending: 0 }, 'succeeded'],
    [{ state: 'failed', pending: 3 }, 'failed'],
    [{ state: 'failed', inputComplete: true }, 'failed'],
    [{ state: 'succeeded', inputComplete: true }, 'succeeded'],
  ])('of %j is %s', (part, status) => expect(statusOf(operation(part))).toBe(status));

  it.each<[number, number | null, number, { done: number; total: number }]>([
    [0, null, 0, { done: 0, total: 0 }],
    [10, null, 4, { done: 6, total: 10 }],
    [10, 100, 4, { done: 6, total: 100 }],
    [120, 100, 0, { done: 120, total: 120 }],
  ])('with %p received of %p expected and %p pending is as far as that', (received, expected, pending, progress) =>
    expect(progressOf(operation({ counts: { ...noCounts, received }, expected, pending }))).toEqual(progress),
  );
});

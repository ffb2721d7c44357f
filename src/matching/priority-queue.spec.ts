import fc from 'fast-check';
import { PriorityQueue } from './priority-queue.js';

describe('PriorityQueue', () => {
  it('gives back what is first, whatever was pushed and popped before', () => {
    const step = fc.oneof(fc.record({ push: fc.integer({ min: 0, max: 20 }) }), fc.constant('pop' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const queue = new PriorityQueue<{ rank: number }>((a, b) => a.rank < b.rank);
        const held: number[] = [];
        for (const next of steps) {
          if (next === 'pop') {
            held.sort((a, b) => a - b);
            expect(queue.pop()?.rank).toBe(held.shift());
          } else {
            queue.push({ rank: next.push });
            held.push(next.push);
          }
        }
      }),
    );
  });
});

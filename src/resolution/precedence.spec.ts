import { setTimeout as pause } from 'node:timers/promises';
import { Precedence } from './precedence.js';

/** Work that ends when it is told to. */
function work(): { readonly done: Promise<void>; end(): void } {
  let end = (): void => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { done, end };
}

describe('Precedence', () => {
  it('lets work go on at once where nobody waits for anything', async () => {
    const seen: string[] = [];
    const given = new Precedence().giveWay().then(() => seen.push('behind'));
    await Promise.resolve().then(() => Promise.resolve());
    expect(seen).toEqual(['behind']);
    await given;
  });

  it('lets work go on once all that goes first has ended, well or not', async () => {
    const precedence = new Precedence();
    const [one, other] = [work(), work()];
    const first = [
      precedence.first(() => one.done),
      precedence.first(() => other.done.then(() => Promise.reject(new Error('no')))),
    ];
    const seen: string[] = [];
    const given = [1, 2].map((name) => precedence.giveWay().then(() => seen.push(`behind ${name}`)));
    one.end();
    await first[0];
    await pause(5);
    expect(seen).toEqual([]);
    other.end();
    await expect(first[1]).rejects.toThrow('no');
    await Promise.all(given);
    expect(seen).toEqual(['behind 1', 'behind 2']);
  });

  it('does not hold work up for ever', async () => {
    const precedence = new Precedence();
    const endless = work();
    const first = precedence.first(() => endless.done);
    await precedence.giveWay();
    endless.end();
    await first;
  });
});

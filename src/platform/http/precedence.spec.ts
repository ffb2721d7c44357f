import { setTimeout as pause } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
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

  describe('attached to a server', () => {
    let server: FastifyInstance;
    let precedence: Precedence;
    let answer: ReturnType<typeof work>;
    let url: string;

    beforeEach(async () => {
      [server, precedence, answer] = [fastify(), new Precedence(), work()];
      precedence.attach(server);
      server.get('/', async () => answer.done.then(() => 'done'));
      url = await server.listen({ port: 0, host: '127.0.0.1' });
    });

    afterEach(async () => {
      answer.end();
      await server.close();
    });

    it('lets a request go first until it is answered', async () => {
      const asked = fetch(url).then((response) => response.text());
      await pause(50);
      const seen: string[] = [];
      const given = precedence.giveWay().then(() => seen.push('behind'));
      await pause(50);
      expect(seen).toEqual([]);
      answer.end();
      await Promise.all([asked, given]);
      await precedence.giveWay();
    });

    it('lets one whose client has gone hold up nothing', async () => {
      const client = new AbortController();
      const asked = fetch(url, { signal: client.signal }).catch(() => 'gone');
      await pause(50);
      client.abort();
      expect(await asked).toBe('gone');
      const seen: string[] = [];
      await Promise.race([precedence.giveWay().then(() => seen.push('behind')), pause(100)]);
      expect(seen).toEqual(['behind']);
    });

    it('tells about how many requests came lately', async () => {
      answer.end();
      expect(precedence.requestsLately).toBe(0);
      for (let asked = 0; asked < 10; asked += 1) await fetch(url);
      expect(precedence.requestsLately).toBeGreaterThan(1);
      expect(precedence.requestsLately).toBeLessThanOrEqual(10);
      await pause(1_500);
      expect(precedence.requestsLately).toBeLessThan(2.5);
    });

    it('lets one that lasts go first for a short while only', async () => {
      const asked = fetch(url);
      await pause(300);
      const seen: string[] = [];
      await Promise.race([precedence.giveWay().then(() => seen.push('behind')), pause(100)]);
      expect(seen).toEqual(['behind']);
      answer.end();
      await asked;
    });
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Milliseconds for which a request goes first: one that takes longer is a stream, or waits for what is behind. */
const shortRequest = 250;

/** Milliseconds after which work goes on whoever waits for something else. */
const patience = 250;

/**
 * Lets what someone waits for go before what nobody waits for.
 *
 * A courtesy within a process and no lock: where it is not kept, some wait longer.
 */
@Injectable()
export class Precedence {
  private ahead = 0;
  private readonly requests = new LatelyCounted();
  private readonly behind = new Set<() => void>();

  /** Lets each request go first until it is answered, for a short while at most. */
  attach(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (_request, reply, next) => {
      this.requests.add();
      const end = this.begin();
      const longEnough = setTimeout(end, shortRequest);
      reply.raw.once('close', () => {
        clearTimeout(longEnough);
        end();
      });
      next();
    });
  }

  /** About how many requests came within the last second. */
  get requestsLately(): number {
    return this.requests.count;
  }

  /** Does what someone waits for. */
  async first<Result>(work: () => Promise<Result>): Promise<Result> {
    const end = this.begin();
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** Waits until nobody waits for anything else, but not for ever. Called where what is under way has locked nothing yet. */
  async giveWay(): Promise<void> {
    if (this.ahead === 0) return;
    const waiting = new AbortController();
    const goOn = (): void => waiting.abort();
    this.behind.add(goOn);
    await pause(patience, undefined, { signal: waiting.signal }).catch(() => undefined);
    this.behind.delete(goOn);
  }

  /** @returns what ends it, once however often it is called */
  private begin(): () => void {
    this.ahead += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.ahead -= 1;
      if (this.ahead === 0) for (const goOn of this.behind) goOn();
    };
  }
}

/** Counts events of which each fades within about a second: at a steady rate, about as many as come in a second. */
class LatelyCounted {
  private last = 0;
  private at = performance.now();

  get count(): number {
    return this.last * Math.exp((this.at - performance.now()) / 1_000);
  }

  add(): void {
    this.last = this.count + 1;
    this.at = performance.now();
  }
}

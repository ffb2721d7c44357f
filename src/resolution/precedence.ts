import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

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
  private readonly behind = new Set<() => void>();

  /** Does what someone waits for. */
  async first<Result>(work: () => Promise<Result>): Promise<Result> {
    this.ahead += 1;
    try {
      return await work();
    } finally {
      this.ahead -= 1;
      if (this.ahead === 0) for (const goOn of this.behind) goOn();
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
}

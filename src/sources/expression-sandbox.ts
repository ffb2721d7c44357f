import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { runExpressionThread, type Evaluation, type ThreadRequest } from './expression-thread.js';

/** How long one evaluation may take before it is cut off. */
export const evaluationTimeout = 250;

const graceTime = 250;
const maximumLength = 1_048_576;
const maximumThreadMegabytes = 256;
const cutOffsInARow = 3;
const cutOff: Evaluation = { error: `takes longer than ${evaluationTimeout} ms`, cutOff: true };

/**
 * Evaluates JSONata in a thread of its own, which neither a loop, a regular expression that never ends nor a value
 * that fills the memory can keep from serving others: JSONata cuts off what evaluates for too long, and a thread
 * that does not even come to that is ended and started again.
 */
@Injectable()
export class ExpressionSandbox implements OnModuleDestroy {
  private thread: Worker | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  /**
   * @param records source records as JSON
   * @returns for each record the evaluation of each expression, in order; those after one that was cut off are missing
   */
  async evaluate(expressions: readonly string[], records: readonly string[]): Promise<Evaluation[][]> {
    const turn = this.queue.then(() => this.evaluateAll(expressions, records));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  async onModuleDestroy(): Promise<void> {
    await this.end();
  }

  private async evaluateAll(expressions: readonly string[], records: readonly string[]): Promise<Evaluation[][]> {
    const evaluations: Evaluation[][] = [];
    let inARow = 0;
    while (evaluations.length < records.length) {
      // An expression that runs away on one record after the other is not given the time to do so on all.
      if (inARow >= cutOffsInARow) {
        evaluations.push([cutOff]);
        continue;
      }
      const done = await this.evaluateSome(expressions, records.slice(evaluations.length));
      evaluations.push(...done);
      const last = done[done.length - 1];
      inARow = last?.[last.length - 1]?.cutOff ? (done.length === 1 ? inARow + 1 : 1) : 0;
    }
    return evaluations;
  }

  /** Evaluates the records up to and with the first one that runs away. */
  private async evaluateSome(expressions: readonly string[], records: readonly string[]): Promise<Evaluation[][]> {
    const progress = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    const answer = await this.ask(expressions, records, progress);
    if (answer) return answer.map((row) => row.map((one) => (one.cutOff ? cutOff : one)));

    const culprit = Math.max(0, Atomics.load(progress, 0));
    const record = Math.floor(culprit / expressions.length);
    const before = record === 0 ? [] : await this.evaluateSome(expressions, records.slice(0, record));
    if (before.length < record) return before;
    const good = Array.from({ length: culprit % expressions.length }, (): Evaluation => ({}));
    return [...before, [...good, cutOff]];
  }

  /** @returns `undefined` where the thread had to be ended */
  private ask(
    expressions: readonly string[],
    records: readonly string[],
    progress: Int32Array<SharedArrayBuffer>,
  ): Promise<Evaluation[][] | undefined> {
    const thread = (this.thread ??= this.start());
    const request: ThreadRequest = {
      expressions,
      records,
      timeout: evaluationTimeout,
      maximumLength,
      progress: progress.buffer,
    };
    return new Promise((resolve) => {
      const settle = (evaluations: Evaluation[][] | undefined): void => {
        clearInterval(watch);
        thread.off('message', settle).off('error', stop).off('exit', stop);
        thread.unref();
        if (evaluations) {
          resolve(evaluations);
          return;
        }
        void this.end().then(() => resolve(undefined));
      };
      const stop = (): void => settle(undefined);
      const watch = watchProgress(progress, stop);
      // An error is the end of the thread: out of memory, most likely.
      thread.on('message', settle).on('error', stop).on('exit', stop);
      thread.ref();
      thread.postMessage(request);
    });
  }

  private start(): Worker {
    const jsonata = createRequire(import.meta.url).resolve('jsonata');
    const thread = new Worker(
      `(${runExpressionThread.toString()})(require('node:worker_threads'), require(${JSON.stringify(jsonata)}))`,
      {
        eval: true,
        env: {},
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: maximumThreadMegabytes, stackSizeMb: 4 },
      },
    );
    // However it ends, the next one who asks gets a new one.
    thread.on('error', () => undefined);
    thread.on('exit', () => {
      if (this.thread === thread) this.thread = undefined;
    });
    return thread;
  }

  private async end(): Promise<void> {
    const thread = this.thread;
    this.thread = undefined;
    await thread?.terminate();
  }
}

/** Calls `stalled` once an evaluation has had its time, and some more to stop by itself. */
function watchProgress(progress: Int32Array, stalled: () => void): NodeJS.Timeout {
  let seen = -1;
  let since = Date.now();
  return setInterval(() => {
    const now = Atomics.load(progress, 0);
    if (now !== seen || now < 0) {
      seen = now;
      since = Date.now();
    } else if (Date.now() - since > evaluationTimeout + graceTime) stalled();
  }, 25);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  progressDescriptor,
  runExpressionProcess,
  type Evaluation,
  type ProcessRequest,
} from './expression-process.js';

/** How long one evaluation may take before it is cut off. */
export const evaluationTimeout = 250;

const graceTime = 250;
const maximumLength = 1_048_576;
const maximumMegabytes = 256;
/** How long the process may take to come to its first evaluation, in milliseconds. */
const startTime = 10_000;
const cutOffsInARow = 3;
const cutOff: Evaluation = { error: `takes longer than ${evaluationTimeout} ms`, cutOff: true };

/**
 * Evaluates JSONata in a process of its own, so that neither a loop, a regular expression that never ends nor a value
 * that fills the memory keeps the service from its work: JSONata cuts off what evaluates for too long, and a process
 * that does not even come to that is ended and started again. A thread would not do: one that runs out of memory may
 * take the whole process with it.
 */
@Injectable()
export class ExpressionSandbox implements OnModuleDestroy {
  private child: ChildProcess | undefined;
  private mark = 0;
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

  onModuleDestroy(): void {
    this.end();
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
    const { evaluations, begun } = await this.ask(expressions, records);
    if (evaluations) return evaluations.map((row) => row.map((one) => (one.cutOff ? cutOff : one)));

    const culprit = Math.max(0, begun - 1);
    const record = Math.floor(culprit / expressions.length);
    const before = record === 0 ? [] : await this.evaluateSome(expressions, records.slice(0, record));
    if (before.length < record) return before;
    const good = Array.from({ length: culprit % expressions.length }, (): Evaluation => ({}));
    return [...before, [...good, cutOff]];
  }

  private async ask(expressions: readonly string[], records: readonly string[]): Promise<Answer> {
    const child = (this.child ??= this.start());
    const answer = await askOnce(child, {
      expressions,
      records,
      timeout: evaluationTimeout,
      maximumLength,
      mark: (this.mark = (this.mark + 1) % 256),
    });
    if (!answer.evaluations) this.end();
    return answer;
  }

  private start(): ChildProcess {
    const require = createRequire(import.meta.url);
    const jsonata = JSON.stringify(require.resolve('jsonata'));
    const body = `(${runExpressionProcess.toString()})(require('node:fs'), require(${jsonata}), ${progressDescriptor})`;
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${maximumMegabytes}`, '--stack-size=2000', '--eval', body],
      { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'] },
    );
    // However it ends, the next one who asks gets a new one.
    child.on('error', () => undefined);
    child.on('exit', () => {
      if (this.child === child) this.child = undefined;
    });
    rest(child);
    return child;
  }

  private end(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}

/** What a batch came to: its evaluations, or none where the process had to be ended; and how many were begun. */
interface Answer {
  readonly evaluations?: Evaluation[][];
  readonly begun: number;
}

function askOnce(child: ChildProcess, request: ProcessRequest): Promise<Answer> {
  const progress = progressOf(child);
  let begun = 0;
  let since = Date.now();
  return new Promise((resolve) => {
    const settle = (evaluations?: Evaluation[][]): void => {
      clearInterval(watch);
      child.off('message', settle).off('error', stop).off('exit', stop);
      progress.off('data', count);
      rest(child);
      resolve({ begun, ...(evaluations ? { evaluations } : {}) });
    };
    const stop = (): void => settle();
    const count = (bytes: Buffer): void => {
      // Marks of the batch before may come after its answer.
      begun += bytes.filter((byte) => byte === request.mark).length;
      since = Date.now();
    };
    // Its start is not held against the first evaluation.
    const watch = setInterval(() => {
      if (Date.now() - since > (begun === 0 ? startTime : evaluationTimeout + graceTime)) stop();
    }, 25);
    child.ref();
    child.on('message', settle).on('error', stop).on('exit', stop);
    progress.on('data', count);
    child.send(request, (error) => {
      if (error) stop();
    });
  });
}

function progressOf(child: ChildProcess): Socket {
  const stream = child.stdio[progressDescriptor];
  if (stream instanceof Socket) return stream;
  throw new Error('The process for expressions has no way to tell of its progress.');
}

/** Lets this process end while that one has nothing to do. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  progressOf(child).unref();
}

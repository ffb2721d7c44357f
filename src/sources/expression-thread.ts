import type Jsonata from 'jsonata';
import type WorkerThreads from 'node:worker_threads';

/** A batch of work for the thread: every expression over every record (as JSON). */
export interface ThreadRequest {
  readonly expressions: readonly string[];
  readonly records: readonly string[];
  /** Milliseconds that one evaluation may take. */
  readonly timeout: number;
  /** Longest answer of one evaluation, in characters of JSON. */
  readonly maximumLength: number;
  /** One cell: the number of the evaluation under way, `record * expressions.length + expression`. */
  readonly progress: SharedArrayBuffer;
}

/** What an expression came to: its value as JSON (absent: it has none), or why it has none. */
export interface Evaluation {
  readonly value?: string;
  readonly error?: string;
  /** It was stopped, rather than failed. */
  readonly cutOff?: boolean;
}

/**
 * The body of the thread that evaluates JSONata. It is started from its own source text, so that it runs alike from
 * any build: it must not refer to anything outside itself.
 */
export function runExpressionThread(threads: typeof WorkerThreads, jsonata: typeof Jsonata): void {
  type Compiled = ReturnType<typeof jsonata>;
  const compiled = new Map<string, Compiled>();

  const compile = (expression: string, timeout: number): Compiled => {
    const known = compiled.get(expression);
    if (known) return known;
    if (compiled.size >= 1_000) compiled.clear();
    const fresh = jsonata(expression, { timeout, stack: 1_000 });
    compiled.set(expression, fresh);
    return fresh;
  };

  const evaluate = async (expression: string, record: unknown, request: ThreadRequest): Promise<Evaluation> => {
    try {
      const result: unknown = await compile(expression, request.timeout).evaluate(record);
      const value = JSON.stringify(result) as string | undefined;
      if (value === undefined) return {};
      return value.length > request.maximumLength ? { error: 'gives too long a value' } : { value };
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string };
      if (code === 'D1012') return { cutOff: true };
      return { error: code === 'D1011' ? 'goes too deep' : `fails: ${message ?? 'no reason is given'}` };
    }
  };

  threads.parentPort?.on('message', (request: ThreadRequest) => {
    void (async () => {
      const progress = new Int32Array(request.progress);
      const evaluations: Evaluation[][] = [];
      for (const text of request.records) {
        const record: unknown = JSON.parse(text);
        const row: Evaluation[] = [];
        for (const expression of request.expressions) {
          Atomics.store(progress, 0, evaluations.length * request.expressions.length + row.length);
          row.push(await evaluate(expression, record, request));
          if (row[row.length - 1]?.cutOff) break;
        }
        evaluations.push(row);
        if (row[row.length - 1]?.cutOff) break;
      }
      threads.parentPort?.postMessage(evaluations);
    })();
  });
}

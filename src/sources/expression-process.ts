import type Jsonata from 'jsonata';
import type FileSystem from 'node:fs';

/** A batch of work for the process: every expression over every record (as JSON). */
export interface ProcessRequest {
  readonly expressions: readonly string[];
  readonly records: readonly string[];
  /** Milliseconds that one evaluation may take. */
  readonly timeout: number;
  /** Longest answer of one evaluation, in characters of JSON. */
  readonly maximumLength: number;
  /** What the process writes for each evaluation, from 0 to 255: another one than for the batch before. */
  readonly mark: number;
}

/** What an expression came to: its value as JSON (absent: it has none), or why it has none. */
export interface Evaluation {
  readonly value?: string;
  readonly error?: string;
  /** It was stopped, rather than failed. */
  readonly cutOff?: boolean;
}

/** The file descriptor on which the process tells of each evaluation before it begins: one byte for each. */
export const progressDescriptor = 4;

/**
 * The body of the process that evaluates JSONata. It is started from its own source text, so that it runs alike from
 * any build: it must not refer to anything outside itself.
 */
export function runExpressionProcess(files: typeof FileSystem, jsonata: typeof Jsonata, descriptor: number): void {
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

  const evaluate = async (expression: string, record: unknown, request: ProcessRequest): Promise<Evaluation> => {
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

  process.on('disconnect', () => process.exit());
  process.on('message', (request: ProcessRequest) => {
    void (async () => {
      const mark = Uint8Array.of(request.mark);
      const evaluations: Evaluation[][] = [];
      for (const text of request.records) {
        const record: unknown = JSON.parse(text);
        const row: Evaluation[] = [];
        for (const expression of request.expressions) {
          files.writeSync(descriptor, mark);
          row.push(await evaluate(expression, record, request));
          if (row[row.length - 1]?.cutOff) break;
        }
        evaluations.push(row);
        if (row[row.length - 1]?.cutOff) break;
      }
      process.send?.(evaluations);
    })();
  });
}

import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { GuardedClient } from './guarded-client.js';
import { planName } from './kept-plans.js';
import { postgresErrorCode } from './postgres-error-code.js';

// In one statement, where TypeORM would send two: a request of one record opens several transactions.
const begin = 'start transaction isolation level read committed';

const retryable = new Set(['40001', '40P01']);

/** How a transaction is run. */
export interface TransactionOptions {
  /** How often at most, where it fails by a deadlock or a serialization failure (5). */
  readonly attempts?: number;
  /**
   * Whether connections keep the plans of its statements where these are about few things: for transactions that are run again
   * and again, and whose statements are best run the same way whatever their parameters. None of them may hold a condition that
   * a parameter switches off.
   */
  readonly keepPlans?: boolean;
}

/** Where a statement that only reads may run: in a transaction or outside of one. */
export interface Queryable {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Runs SQL that needs no transaction of its own, and opens transactions. */
@Injectable()
export class Database implements Queryable {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs one statement in its own implicit transaction. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rows<Row>(await this.dataSource.query(nameLast(sql), parameters.map(written)));
  }

  /**
   * Runs `work` in one READ COMMITTED transaction: commits when it returns, rolls back when it throws. The whole of
   * `work` runs again, a few times at most, after a deadlock or a serialization failure.
   */
  async transaction<Result>(
    work: (tx: Transaction) => Promise<Result>,
    { attempts = 5, keepPlans = false }: TransactionOptions = {},
  ): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    const ended: (() => void)[] = [];
    try {
      await runner.query(begin);
      const result = await work(new Transaction(runner, ended, keepPlans));
      await runner.query('commit');
      return result;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      if (attempts <= 1 || !retryable.has(postgresErrorCode(error) ?? '')) throw error;
    } finally {
      for (const tell of ended) tell();
      await runner.release();
    }
    return this.transaction(work, { attempts: attempts - 1, keepPlans });
  }

  /** Streams the rows of a query of any size in chunks, holding one chunk in memory. */
  async *stream<Row>(sql: string, parameters: readonly unknown[] = [], chunk = 5_000): AsyncGenerator<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query(begin);
      await runner.query(`declare stream no scroll cursor for ${sql}`, [...parameters]);
      for (;;) {
        const next = rows<Row>(await runner.query(`fetch ${chunk} from stream`));
        if (next.length > 0) yield next;
        if (next.length < chunk) break;
      }
    } finally {
      await runner.query('rollback').catch(() => undefined);
      await runner.release();
    }
  }
}

/** An open transaction. Writers take it as their first parameter, so that none can be called without one. */
export class Transaction implements Queryable {
  constructor(
    private readonly runner: QueryRunner,
    private readonly ended: (() => void)[],
    private readonly keepPlans: boolean,
  ) {}

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const [text, values] = [nameLast(sql), parameters.map(written)];
    const name = this.keepPlans ? planName(text, parameters) : undefined;
    if (name !== undefined) return this.queryByName<Row>(name, text, values);
    return rows<Row>(await this.runner.query(text, values));
  }

  /** On the driver's own connection, as TypeORM has no named statements. */
  private async queryByName<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    const connection: unknown = await this.runner.connect();
    if (!(connection instanceof GuardedClient)) throw new Error('This is not a connection of the pool.');
    try {
      return (await connection.query<Row & QueryResultRow>({ name, text, values })).rows;
    } catch (error) {
      throw error instanceof Error ? new QueryFailedError(text, values, error) : error;
    }
  }

  /** Has `tell` called when the transaction was committed or rolled back. */
  whenEnded(tell: () => void): void {
    this.ended.push(tell);
  }

  /** Runs `work`; when it returns `undefined`, undoes what it wrote and releases the locks that it took. */
  async attempt<Result>(work: () => Promise<Result | undefined>): Promise<Result | undefined> {
    await this.runner.query('savepoint attempt');
    const result = await work();
    await this.runner.query(result === undefined ? 'rollback to savepoint attempt' : 'release savepoint attempt');
    return result;
  }
}

/** The statement with the comment that it opens with at its end: the only place where pg_stat_statements keeps one. */
function nameLast(sql: string): string {
  const start = sql.startsWith('/*') ? sql.indexOf('*/') + 2 : 0;
  return start < 2 ? sql : `${sql.slice(start)} ${sql.slice(0, start)}`;
}

/** A parameter as the driver takes it. It would quote every number of an array, which the server then has to read back. */
function written(parameter: unknown): unknown {
  return Array.isArray(parameter) && parameter.every((element) => typeof element === 'number')
    ? `{${parameter.join(',')}}`
    : parameter;
}

// TypeORM answers UPDATE and DELETE with [rows, count] and everything else with rows.
function rows<Row>(answer: unknown): Row[] {
  const [first, count] = Array.isArray(answer) ? (answer as unknown[]) : [];
  return (Array.isArray(first) && typeof count === 'number' ? first : answer) as Row[];
}

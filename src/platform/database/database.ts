import { Injectable } from '@nestjs/common';
import type { QueryResult, QueryResultRow } from 'pg';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { GuardedClient } from './guarded-client.js';
import { planName } from './kept-plans.js';
import { numberArray } from './number-array.js';
import { postgresErrorCode } from './postgres-error-code.js';

// In one statement, where TypeORM would send two: a request of one record opens several transactions.
const begin = 'start transaction isolation level read committed';

// The planner does not know how much has arrived since it last looked at a table, and would rather go through one that was empty then.
const beginByIndex = `${begin}; set local enable_seqscan = off`;

const retryable = new Set(['40001', '40P01']);

/** How a transaction is run. */
export interface TransactionOptions {
  /** How often at most, where it fails by a deadlock or a serialization failure (5). */
  readonly attempts?: number;
  /**
   * Whether connections keep the plans of its statements where these are about few things: for transactions that are run again
   * and again, and whose statements are best run the same way whatever their parameters: by an index, wherever there is one.
   * None of them may hold a condition that a parameter switches off.
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

  /**
   * Runs one statement in its own implicit transaction.
   *
   * @param keepPlan whether connections keep its plan: for one that is run all the time, and finds what it reads by a key
   */
  async query<Row>(sql: string, parameters: readonly unknown[] = [], { keepPlan = false } = {}): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await send<Row>(await connectionOf(runner), sql, parameters, keepPlan);
    } finally {
      await runner.release();
    }
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
    let tx: Transaction | undefined;
    try {
      tx = new Transaction(await connectionOf(runner), keepPlans);
      await tx.query(keepPlans ? beginByIndex : begin);
      const result = await work(tx);
      await tx.end('commit');
      return result;
    } catch (error) {
      await tx?.end('rollback').catch(() => undefined);
      if (attempts <= 1 || !retryable.has(postgresErrorCode(error) ?? '')) throw error;
    } finally {
      tx?.tell();
      await runner.release();
    }
    return this.transaction(work, { attempts: attempts - 1, keepPlans });
  }

  /** Streams the rows of a query of any size in chunks, holding one chunk in memory. */
  async *stream<Row>(sql: string, parameters: readonly unknown[] = [], chunk = 5_000): AsyncGenerator<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const connection = await connectionOf(runner);
      try {
        await send(connection, begin);
        await send(connection, `declare stream no scroll cursor for ${sql}`, parameters);
        for (;;) {
          const next = await send<Row>(connection, `fetch ${chunk} from stream`);
          if (next.length > 0) yield next;
          if (next.length < chunk) break;
        }
      } finally {
        await send(connection, 'rollback').catch(() => undefined);
      }
    } finally {
      await runner.release();
    }
  }
}

/**
 * An open transaction. Writers take it as their first parameter, so that none can be called without one.
 *
 * Statements are run in the order in which they are asked for, and those that do not wait for each other's answers are sent
 * together, which spares their round trips: `Promise.all` of some is for that. Each sees what those before it did, and where
 * one fails so do all after it.
 */
export class Transaction implements Queryable {
  private open = true;
  private committed = false;
  private readonly listeners: ((committed: boolean) => void)[] = [];

  constructor(
    private readonly connection: GuardedClient,
    private readonly keepPlans: boolean,
  ) {}

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    // What is still under way beside the work that failed must not write into the next transaction of the connection.
    if (!this.open) throw new Error('The transaction has ended.');
    return send<Row>(this.connection, sql, parameters, this.keepPlans);
  }

  /**
   * Commits it or rolls it back, after which it runs no more statements.
   *
   * @throws Error where a statement had failed that nobody waited for: PostgreSQL then answers a commit by rolling back
   */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    this.open = false;
    const { command } = await sent(this.connection, how);
    if (command.toLowerCase() !== how) throw new Error(`Asked to ${how}, the database did: ${command}.`);
    this.committed = how === 'commit';
  }

  /** Has `listener` called when the transaction has ended, and told whether it is known to be committed. */
  whenEnded(listener: (committed: boolean) => void): void {
    this.listeners.push(listener);
  }

  /** Tells those who wait that it has ended. */
  tell(): void {
    for (const listener of this.listeners) listener(this.committed);
  }

  /** Runs `work`; when it returns `undefined`, undoes what it wrote and releases the locks that it took. */
  async attempt<Result>(work: () => Promise<Result | undefined>): Promise<Result | undefined> {
    const [, result] = await Promise.all([this.query('savepoint attempt'), work()]);
    const ended = this.query(result === undefined ? 'rollback to savepoint attempt' : 'release savepoint attempt');
    // Sent together with what follows, which fails where this does.
    ended.catch(() => undefined);
    return result;
  }
}

/** The driver's own connection: TypeORM keeps no plans, and sends no statement before the one before it is answered. */
async function connectionOf(runner: QueryRunner): Promise<GuardedClient> {
  const connection: unknown = await runner.connect();
  if (!(connection instanceof GuardedClient)) throw new Error('This is not a connection of the pool.');
  return connection;
}

async function send<Row>(
  connection: GuardedClient,
  sql: string,
  parameters: readonly unknown[] = [],
  keepPlan = false,
): Promise<Row[]> {
  return (await sent<Row>(connection, sql, parameters, keepPlan)).rows;
}

async function sent<Row>(
  connection: GuardedClient,
  sql: string,
  parameters: readonly unknown[] = [],
  keepPlan = false,
): Promise<QueryResult<Row & QueryResultRow>> {
  const [text, values] = [nameLast(sql), parameters.map(written)];
  const name = keepPlan && parameters.length > 0 ? planName(text, parameters) : undefined;
  try {
    return await connection.query<Row & QueryResultRow>({ name, text, values });
  } catch (error) {
    throw error instanceof Error ? new QueryFailedError(text, values, error) : error;
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
    ? numberArray(parameter)
    : parameter;
}

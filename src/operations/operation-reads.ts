import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Operation } from './operation.js';
import { OperationsRepository } from './operations.repository.js';

/** So many pending records cost tens of milliseconds to count. */
const many = 10_000;
/** What took long to read is read again after so many times as long, and after so many milliseconds at most. */
const rest = { factor: 30, longest: 5_000 };

/**
 * Reads operations for those who watch their progress. To tell how far one is, its pending records are counted, and who waits for
 * a large one asks several times a second: the answer stands for a while, so that to watch one costs a thirtieth of a core.
 */
@Injectable()
export class OperationReads {
  private readonly standing = new Map<string, { readonly operations: readonly Operation[]; readonly until: number }>();

  constructor(
    private readonly database: Database,
    private readonly repository: OperationsRepository,
  ) {}

  async find(id: string): Promise<Operation | undefined> {
    const [operation] = await this.read(id, async () => {
      const found = await this.repository.find(this.database, id);
      return found ? [found] : [];
    });
    return operation;
  }

  /** Newest first, older than `before`. */
  async page(before: string | undefined, limit: number): Promise<readonly Operation[]> {
    return this.read(`${limit} before ${before}`, () => this.repository.page(this.database, before, limit));
  }

  private async read(key: string, read: () => Promise<readonly Operation[]>): Promise<readonly Operation[]> {
    const begun = performance.now();
    for (const [known, { until }] of this.standing) if (until <= begun) this.standing.delete(known);
    const known = this.standing.get(key);
    if (known) return known.operations;
    const operations = await read();
    const now = performance.now();
    if (operations.reduce((sum, { pending }) => sum + pending, 0) >= many)
      this.standing.set(key, { operations, until: now + Math.min(rest.factor * (now - begun), rest.longest) });
    return operations;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { noCounts, type Operation } from './operation.js';
import { OperationReads } from './operation-reads.js';
import { OperationsRepository } from './operations.repository.js';

/** Takes 20 ms to find an operation, of which one pending record fewer is left each time. */
class SlowRepository extends OperationsRepository {
  constructor(private pending: number) {
    super();
  }

  override async find(_: unknown, id: string): Promise<Operation> {
    await pause(20);
    const scope = { kind: 'ingestion', collection: 'customers', source: 'crm' } as const;
    const ended = { expected: null, quarantined: 0, result: null, error: null };
    const at = { createdAt: new Date(), updatedAt: new Date() };
    const pending = this.pending--;
    return { id, ...scope, ...ended, ...at, state: 'running', inputComplete: true, counts: noCounts, pending };
  }

  override async page(db: unknown): Promise<Operation[]> {
    return [await this.find(db, 'a')];
  }
}

describe('OperationReads', () => {
  const reading = (pending: number): OperationReads =>
    new OperationReads(new Database(new DataSource({ type: 'postgres' })), new SlowRepository(pending));

  it('answers again for a while what took long to count', async () => {
    const reads = reading(50_000);
    expect((await reads.find('a'))?.pending).toBe(50_000);
    expect((await reads.find('a'))?.pending).toBe(50_000);
    expect((await reads.find('b'))?.pending).toBe(49_999);
    expect((await reads.page(undefined, 50))[0]?.pending).toBe(49_998);
    expect((await reads.page(undefined, 50))[0]?.pending).toBe(49_998);
    let later = await reads.find('a');
    for (; later?.pending === 50_000; later = await reads.find('a')) await pause(20);
    expect(later?.pending).toBe(49_997);
  });

  it('looks every time where little is left', async () => {
    const reads = reading(9_999);
    expect((await reads.find('a'))?.pending).toBe(9_999);
    expect((await reads.find('a'))?.pending).toBe(9_998);
  });
});

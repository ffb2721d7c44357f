import { Injectable } from '@nestjs/common';
import type { Queryable } from '../platform/database/database.js';
import { GoldenReaderRepository, type GoldenState } from './golden-reader.repository.js';

/** Tells other features how golden records stand, inside their transactions. */
@Injectable()
export class GoldenHeaders {
  constructor(private readonly repository: GoldenReaderRepository) {}

  /** The states of golden ids; an id that was never given is not there. */
  async of(db: Queryable, collection: string, ids: readonly string[]): Promise<ReadonlyMap<string, GoldenState>> {
    const states = await this.repository.states(db, collection, ids);
    return new Map(states.map((state) => [state.id, state]));
  }
}

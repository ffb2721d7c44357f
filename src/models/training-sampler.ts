import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { trainingSample } from '../matching/training/training.js';
import { Database } from '../platform/database/database.js';
import { CandidateFinder } from '../resolution/candidates.js';
import { ReadLabelledPairs } from '../stewardship/read-labelled-pairs.js';
import { TrainingSampleRepository } from './training-sample.repository.js';
import type { SampledRow, TrainingSample } from './training-sample.js';

const drawnAtOnce = 200;
// Those on pairs of the sample teach; of a large collection most are on others.
const mostLabels = 100_000;

/** Draws what a model is trained on from all that is held, as `trainingSample` says, in bounded memory. */
@Injectable()
export class TrainingSampler {
  constructor(
    private readonly database: Database,
    private readonly repository: TrainingSampleRepository,
    private readonly candidates: CandidateFinder,
    private readonly queries: QueryBus,
  ) {}

  /** @param progress is told the share of the reading that is done, in [0, 1] */
  async draw(domain: Domain, size: number, progress: (share: number) => Promise<void>): Promise<TrainingSample> {
    await progress(0);
    const population = await this.repository.population(domain.collection);
    const drawn = await this.repository.drawn(domain.collection, size);
    const rows = new Map<number, SampledRow>();
    for (let from = 0; from < drawn.length; from += drawnAtOnce) {
      if (!(await this.add(domain, rows, drawn.slice(from, from + drawnAtOnce)))) break;
      await progress((from + drawnAtOnce) / Math.max(drawn.length, drawnAtOnce + from));
    }
    const ordered = [...rows.values()].sort((x, y) => x.id - y.id);
    return { rows: ordered, population, labels: await this.queries.execute(new ReadLabelledPairs(domain, mostLabels)) };
  }

  /**
   * Adds drawn records, and with them all that share a block key with one of them.
   *
   * @returns false where that would be more than a sample may hold: nothing was added
   */
  private async add(domain: Domain, rows: Map<number, SampledRow>, ids: readonly number[]): Promise<boolean> {
    const drawn = await this.repository.records(
      domain.collection,
      ids.filter((id) => !rows.has(id)),
    );
    const fresh = new Map(drawn.map((row) => [row.id, row]));
    const keys = new Set(ids.flatMap((id) => (rows.get(id) ?? fresh.get(id))?.blockKeys ?? []));
    const { blocks } = await this.candidates.blocks(this.database, domain, [...keys]);
    const along = [...new Set([...blocks.values()].flat())].filter((id) => !rows.has(id) && !fresh.has(id));
    if (rows.size > 0 && rows.size + fresh.size + along.length > trainingSample.records) return false;
    for (const row of [...drawn, ...(await this.repository.records(domain.collection, along))]) rows.set(row.id, row);
    for (const id of ids) {
      const row = rows.get(id);
      if (row) row.drawn = true;
    }
    return true;
  }
}

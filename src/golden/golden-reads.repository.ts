import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

@Injectable()
export class GoldenReadsRepository {
  constructor(private readonly database: Database) {}

  /** Adds to what is left of earlier reads. In the order of ids, so that processes that count at once never deadlock. */
  async add(counts: ReadonlyMap<string, number>, halfLifeSeconds: number): Promise<void> {
    await this.database.query(
      `/* golden.count_reads */
      insert into golden_read (golden_id, reads, counted_at)
      select id, reads, clock_timestamp() from unnest($1::uuid[], $2::real[]) as c(id, reads) order by id
      on conflict (golden_id) do update
      set reads = excluded.reads
          + golden_read.reads * power(0.5, extract(epoch from excluded.counted_at - golden_read.counted_at)::float8 / $3::float8),
        counted_at = excluded.counted_at`,
      [[...counts.keys()], [...counts.values()], halfLifeSeconds],
    );
  }
}

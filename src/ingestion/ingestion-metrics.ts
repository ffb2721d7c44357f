import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { OperationCounts } from '../operations/operation.js';
import { Metrics } from '../platform/telemetry/metrics.js';

const outcomes = ['accepted', 'unchanged', 'stale', 'rejected'] as const;

/** What Prometheus is told of ingestion. */
@Injectable()
export class IngestionMetrics {
  private readonly records: Counter;

  constructor({ registry }: Metrics) {
    this.records = new Counter({
      name: 'aurum_records_received_total',
      help: 'Records that were received, by what became of them.',
      labelNames: ['collection', 'outcome'],
      registers: [registry],
    });
  }

  received(collection: string, counts: OperationCounts): void {
    for (const outcome of outcomes) if (counts[outcome] > 0) this.records.inc({ collection, outcome }, counts[outcome]);
  }
}

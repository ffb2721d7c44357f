import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';
import { Metrics } from '../platform/telemetry/metrics.js';

/** What Prometheus is told of resolution. */
@Injectable()
export class ResolutionMetrics {
  private readonly records: Counter;
  private readonly versions: Counter;
  private readonly quarantines: Counter;
  private readonly durations: Histogram;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.records = new Counter({
      name: 'aurum_records_resolved_total',
      help: 'Pending records that were resolved.',
      registers,
    });
    this.versions = new Counter({
      name: 'aurum_golden_versions_total',
      help: 'Versions of golden records that were written.',
      labelNames: ['collection'],
      registers,
    });
    this.quarantines = new Counter({
      name: 'aurum_records_quarantined_total',
      help: 'Records that could not be resolved.',
      registers,
    });
    this.durations = new Histogram({
      name: 'aurum_resolution_batch_seconds',
      help: 'How long a batch of pending records took.',
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
  }

  /** @returns what to call with the number of records when the batch is done */
  batchStarted(): (records: number) => void {
    const stop = this.durations.startTimer();
    return (records) => {
      stop();
      this.records.inc(records);
    };
  }

  versionsWritten(collection: string, versions: number): void {
    this.versions.inc({ collection }, versions);
  }

  quarantined(): void {
    this.quarantines.inc();
  }
}

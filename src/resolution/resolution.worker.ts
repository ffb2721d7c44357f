import { setTimeout as pause } from 'node:timers/promises';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { FeedSequencer } from '../events/feed-sequencer.js';
import { Configuration } from '../platform/config/configuration.js';
import { Database } from '../platform/database/database.js';
import { Precedence } from '../platform/http/precedence.js';
import { workerOptions } from '../platform/queue/worker-options.js';
import { OversizedBlocks } from './oversized-blocks.js';
import { ResolutionRepository } from './resolution.repository.js';
import { ResolvePending } from './resolve-pending.js';
import { SharedValueSizes } from './shared-value-sizes.js';
import { resolutionQueue, ResolutionWakeUp } from './wake-up.js';

/** Milliseconds between two looks for pending records whose wake-up was lost, and for events that a process that died left without a place. */
const sweepInterval = 1_000;

/**
 * So many deferred records are a batch at most: what arrives meanwhile waits for no more of them. Small batches cost a fifth more,
 * and hold up whoever asks for less long.
 */
const mostDeferred = { alone: 100, besideRequests: 50 };

/** Up to so many requests a second are one or two clients that look how far an operation is. */
const fewRequests = 5;

/** So many batches of them are under way at once: while the database is busy for one, the process is for the other. */
const deferredAtOnce = 2;

/**
 * Resolves pending records until there are none. A job is only the reason to look. What is deferred is resolved beside that, in
 * small batches and only while nothing is new.
 */
@Processor(resolutionQueue, workerOptions)
export class ResolutionWorker extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ResolutionWorker.name);
  private stopping = false;
  private sweeping: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;
  private catchingUp: Promise<void> | undefined;
  /** Whether something may have been deferred since that was last looked for. */
  private behind = false;

  constructor(
    private readonly commands: CommandBus,
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly repository: ResolutionRepository,
    private readonly blocks: OversizedBlocks,
    private readonly sizes: SharedValueSizes,
    private readonly wakeUp: ResolutionWakeUp,
    private readonly feed: FeedSequencer,
    private readonly precedence: Precedence,
  ) {
    super();
  }

  async process(): Promise<void> {
    const { resolutionBatchSize } = this.configuration;
    while (!this.stopping && (await this.commands.execute(new ResolvePending(resolutionBatchSize))) > 0);
    this.catchUp();
  }

  onApplicationBootstrap(): void {
    if (!this.configuration.runsWorkers) return;
    const { workerConcurrency } = this.configuration;
    // One of several is kept for what this process takes in itself.
    this.worker.concurrency = Math.max(1, workerConcurrency - 1);
    if (workerConcurrency > 1) this.wakeUp.askFirst(() => this.takeOn());
    this.worker.on('error', (error) => this.logger.warn({ error }, 'The queue does not answer.'));
    this.worker.on('failed', (_job, error) => this.logger.error({ error }, 'A batch could not be resolved now.'));
    void this.worker.run().catch((error: unknown) => this.logger.error({ error }, 'The worker has ended.'));
    void this.begin();
    this.sweeping = setInterval(() => void this.sweep(), sweepInterval);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.sweeping);
    await this.worker.close();
    await this.underWay;
    await this.catchingUp;
  }

  /** Looks at what those left behind that died, and for what is pending. */
  private async begin(): Promise<void> {
    try {
      await this.sizes.recall();
    } catch (error) {
      this.logger.warn({ error }, 'The blocks that may have grown are not known.');
    }
    if (!this.stopping) this.wakeUp.signal();
  }

  /** Resolves what is deferred, without anyone waiting for it. One that fails is made up for by the next sweep. */
  private catchUp(): void {
    this.behind = true;
    this.catchingUp ??= this.resolveDeferred()
      .catch((error: unknown) => this.logger.error({ error }, 'A batch could not be resolved now.'))
      .finally(() => (this.catchingUp = undefined));
  }

  private async resolveDeferred(): Promise<void> {
    do {
      this.behind = false;
      await this.settle();
      const runs = Array.from({ length: deferredAtOnce }, () => this.resolveSomeDeferred());
      await Promise.allSettled(runs);
      if ((await Promise.all(runs)).includes(true)) this.behind = true;
    } while (this.behind);
  }

  /** Resolves batches of what is deferred until there is none, or something is new. @returns whether it resolved any */
  private async resolveSomeDeferred(): Promise<boolean> {
    let any = false;
    while (!this.stopping && (await this.commands.execute(new ResolvePending(this.deferredLimit(), true))) > 0)
      any = true;
    return any;
  }

  private deferredLimit(): number {
    const { alone, besideRequests } = mostDeferred;
    const most = this.precedence.requestsLately > fewRequests ? besideRequests : alone;
    return Math.min(most, this.configuration.resolutionBatchSize);
  }

  /** A load leaves much to settle, and who reads meanwhile is not to feel it: half of the time is theirs. */
  private async settle(): Promise<void> {
    for (let begun = performance.now(); !this.stopping && (await this.blocks.settle()); begun = performance.now())
      await pause(performance.now() - begun);
  }

  /** Resolves what is pending without a job, one such run at a time. One that fails is made up for by the next sweep. */
  private takeOn(): boolean {
    if (this.stopping || this.underWay) return false;
    this.underWay = this.process()
      .catch((error: unknown) => this.logger.error({ error }, 'A batch could not be resolved now.'))
      .finally(() => (this.underWay = undefined));
    return true;
  }

  private async sweep(): Promise<void> {
    this.feed.signal();
    try {
      if (await this.repository.anythingToDo(this.database)) this.wakeUp.signal();
    } catch (error) {
      this.logger.warn({ error }, 'The sweep for pending records failed.');
    }
  }
}

import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Configuration } from '../platform/config/configuration.js';
import { ExpireDecisions } from './expire-decisions.js';

/** Milliseconds between two looks for decisions whose time is over. */
const interval = 2_000;

/** Lets workers end decisions when their time is over. */
@Injectable()
export class DecisionExpiry implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DecisionExpiry.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly commands: CommandBus,
    private readonly configuration: Configuration,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.configuration.runsWorkers) return;
    this.timer = setInterval(() => {
      this.looking ??= this.look().finally(() => (this.looking = undefined));
    }, interval);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    try {
      await this.commands.execute(new ExpireDecisions());
    } catch (error) {
      this.logger.warn({ error }, 'Decisions could not be ended now; the next look ends them.');
    }
  }
}

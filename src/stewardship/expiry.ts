import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ExpirePins } from '../pins/expire-pins.js';
import { Configuration } from '../platform/config/configuration.js';
import { ExpireDecisions } from './expire-decisions.js';

/** Milliseconds between two looks for what has had its time. */
const interval = 2_000;

/** Lets workers end decisions and pins when their time is over. */
@Injectable()
export class Expiry implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Expiry.name);
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
    for (const command of [new ExpireDecisions(), new ExpirePins()]) {
      try {
        await this.commands.execute(command);
      } catch (error) {
        this.logger.warn({ error }, 'What has had its time could not be ended now; the next look ends it.');
      }
    }
  }
}

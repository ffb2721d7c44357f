import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { cloudEvent } from './cloud-event.js';
import type { CloudEvent } from './cloud-event.dto.js';
import { EventsRepository } from './events.repository.js';
import { FeedSequencer } from './feed-sequencer.js';

/** Reads the feed from behind a position. The answer's `position` is that of its last event. */
export class ReadEvents extends Query<{ items: CloudEvent[]; position: number }> {
  constructor(
    readonly after: number,
    readonly collection: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReadEvents)
export class ReadEventsHandler implements IQueryHandler<ReadEvents> {
  constructor(
    private readonly database: Database,
    private readonly repository: EventsRepository,
    private readonly feed: FeedSequencer,
    private readonly domains: DomainRegistry,
  ) {}

  async execute({ after, collection, limit }: ReadEvents): Promise<{ items: CloudEvent[]; position: number }> {
    await this.feed.sequence();
    const events = await this.repository.read(this.database, after, collection, limit);
    return {
      items: events.map((event) => cloudEvent(event, this.domains.get(event.collection))),
      position: events.at(-1)?.position ?? after,
    };
  }
}

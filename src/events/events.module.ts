import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventEntity } from './event.entity.js';
import { EventsController } from './events.controller.js';
import { EventsRepository } from './events.repository.js';
import { FeedHeadEntity } from './feed-head.entity.js';
import { FeedSequencer } from './feed-sequencer.js';
import { OutboxEntity } from './outbox.entity.js';
import { Outbox } from './outbox.js';
import { ReadEventsHandler } from './read-events.js';

@Module({
  imports: [TypeOrmModule.forFeature([EventEntity, FeedHeadEntity, OutboxEntity])],
  controllers: [EventsController],
  providers: [EventsRepository, FeedSequencer, Outbox, ReadEventsHandler],
  exports: [FeedSequencer, Outbox],
})
export class EventsModule {}

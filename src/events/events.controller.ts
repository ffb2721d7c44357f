import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DomainRegistry } from '../platform/domain-registry.js';
import { decodeCursor, encodeCursor } from '../platform/http/pagination.js';
import { Problem } from '../platform/http/problem.js';
import { EventPage } from './cloud-event.dto.js';
import { ReadEvents } from './read-events.js';

class EventParameters {
  @ApiPropertyOptional({ description: 'The `next` of the answer before; without it the feed is read from its start.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly after?: string;

  @ApiPropertyOptional({ description: 'Only events of this collection.' })
  @IsOptional()
  @IsString()
  readonly collection?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1000, default: 100 })
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly limit: number = 100;
}

/** The feed of golden-record changes. */
@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly domains: DomainRegistry,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Reads change events in feed order; a reader that keeps its cursor misses none' })
  @ApiOkResponse({ type: EventPage })
  async read(@Query() { after, collection, limit }: EventParameters): Promise<EventPage> {
    if (collection !== undefined && !this.domains.has(collection)) throw noSuchCollection(collection);
    const position = decodeCursor(after, isPosition) ?? 0;
    const read = await this.queries.execute(new ReadEvents(position, collection, limit));
    return { items: read.items, next: encodeCursor(read.position) };
  }
}

function isPosition(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function noSuchCollection(collection: string): Problem {
  return new Problem(400, 'Invalid request', `There is no collection '${collection}'.`, [
    { path: 'collection', message: 'must be a collection' },
  ]);
}

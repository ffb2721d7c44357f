import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { decodeCursor, pageOf, PageParameters } from '../platform/http/pagination.js';
import { GetSource } from './get-source.js';
import { ListSources } from './list-sources.js';
import { RegisterSource } from './register-source.js';
import {
  presentSource,
  RegisteredSourceView,
  SourceBody,
  SourcePage,
  SourceParameters,
  SourceView,
} from './source.dto.js';

const trustUnlessGiven = 0.5;

/** The systems that records come from. */
@Controller('v1/sources')
export class SourcesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the registered sources' })
  @ApiOkResponse({ type: SourcePage })
  async list(@Query() { limit, cursor }: PageParameters): Promise<SourcePage> {
    const after = decodeCursor(cursor, (value): value is string => typeof value === 'string');
    const page = pageOf(await this.queries.execute(new ListSources(after, limit + 1)), limit, ({ source }) => source);
    return { ...page, items: page.items.map(presentSource) };
  }

  @Get(':source')
  @ApiOperation({ summary: 'Reads a source' })
  @ApiParam({ name: 'source', example: 'crm' })
  @ApiOkResponse({ type: SourceView })
  async get(@Param('source') source: string): Promise<SourceView> {
    return presentSource(await this.queries.execute(new GetSource(source)));
  }

  @Put(':source')
  @ApiOperation({ summary: 'Registers a source, or replaces what it says' })
  @ApiOkResponse({ type: RegisteredSourceView, description: 'It is replaced.' })
  @ApiCreatedResponse({ type: RegisteredSourceView, description: 'It is registered.' })
  async put(
    @Param() { source: id }: SourceParameters,
    @Body() body: SourceBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredSourceView> {
    const { source, isNew, operation } = await this.commands.execute(
      new RegisterSource(id, {
        name: body.name ?? id,
        trust: body.trust ?? trustUnlessGiven,
        duplicateFree: body.duplicateFree ?? false,
        defaultRegion: body.defaultRegion ?? null,
        mappings: body.mappings ?? {},
      }),
    );
    if (isNew) void reply.status(201);
    return { ...presentSource(source), ...(operation !== undefined && { operation }) };
  }
}

import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Client } from '../auth/client.js';
import type { Domain } from '../domain/domain.js';
import { OperationView } from '../operations/operation-view.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { entityTag } from '../platform/http/entity-tag.js';
import { decodeCursor, pageOf, PageParameters } from '../platform/http/pagination.js';
import { GetRules } from './get-rules.js';
import { ListRules } from './list-rules.js';
import { PreviewRules } from './preview-rules.js';
import { ReplaceRules } from './replace-rules.js';
import { presentRules, RulesBody, RulesPage, RulesView } from './rules.dto.js';

const entityTagHeader = { ETag: { description: 'Names the version.', schema: { type: 'string' }, required: true } };

/** The survivorship rules of a collection: versioned data. */
@Controller('v1/:collection/survivorship')
export class RulesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Reads the survivorship rules in force' })
  @ApiResponse({ status: 200, type: RulesView, headers: entityTagHeader })
  async get(
    @Param('collection', CollectionPipe) domain: Domain,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RulesView> {
    const rules = await this.queries.execute(new GetRules(domain));
    void reply.header('etag', entityTag(rules.version));
    return presentRules(rules);
  }

  @Put()
  @ApiOperation({ summary: 'Puts survivorship rules in force, and computes every golden record by them' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version that is to be replaced.' })
  @ApiResponse({
    status: 200,
    type: RulesView,
    headers: entityTagHeader,
    description: 'These rules are in force already. Nothing is changed.',
  })
  @ApiResponse({
    status: 202,
    type: OperationView,
    headers: entityTagHeader,
    description: 'The rules are in force. The operation succeeds once every golden record is computed by them.',
  })
  @ApiResponse({ status: 412 })
  async put(
    @Param('collection', CollectionPipe) domain: Domain,
    @Body() body: RulesBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Client() client: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RulesView | OperationView> {
    const { version, operation } = await this.commands.execute(new ReplaceRules(domain, { ...body }, ifMatch, client));
    void reply.header('etag', entityTag(version));
    if (!operation) return presentRules(await this.queries.execute(new GetRules(domain)));
    void reply.status(202).header('location', `/v1/operations/${operation.id}`);
    return operation;
  }

  @Get('versions')
  @ApiOperation({
    summary: 'Lists the versions of the survivorship rules, newest first; the shipped ones are the last',
  })
  @ApiOkResponse({ type: RulesPage })
  async versions(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { limit, cursor }: PageParameters,
  ): Promise<RulesPage> {
    const before = decodeCursor(cursor, (value): value is number => Number.isSafeInteger(value));
    const versions = await this.queries.execute(new ListRules(domain, before, limit + 1));
    const page = pageOf(versions, limit, ({ version }) => version);
    return { ...page, items: page.items.map(presentRules) };
  }

  @Post('preview')
  @HttpCode(202)
  @ApiOperation({ summary: 'Finds out what survivorship rules would change; changes nothing' })
  @ApiAcceptedResponse({ type: OperationView, description: 'The `result` of the operation counts the changes.' })
  async preview(
    @Param('collection', CollectionPipe) domain: Domain,
    @Body() body: RulesBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperationView> {
    const operation = await this.commands.execute(new PreviewRules(domain, { ...body }));
    void reply.header('location', `/v1/operations/${operation.id}`);
    return operation;
  }
}

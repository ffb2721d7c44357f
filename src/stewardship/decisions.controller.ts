import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Client } from '../auth/client.js';
import type { Domain } from '../domain/domain.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { entityTag } from '../platform/http/entity-tag.js';
import { decodeCursor, pageOf } from '../platform/http/pagination.js';
import {
  DecisionListParameters,
  DecisionOutcome,
  DecisionPage,
  DecisionView,
  MergeRequest,
  PreviewParameters,
  RevocationRequest,
  SplitRequest,
} from './decisions.dto.js';
import { GetDecision } from './get-decision.js';
import { ListDecisions } from './list-decisions.js';
import { MergeGolden } from './merge-golden.js';
import { RevokeDecision } from './revoke-decision.js';
import { SplitGolden } from './split-golden.js';

const goldenIdParameter = { name: 'goldenId', format: 'uuid', description: 'The id of the golden record.' };
const decisionIdParameter = { name: 'decisionId', format: 'uuid', description: 'The id of the decision.' };
const ifMatchGolden = {
  name: 'If-Match',
  required: false,
  description: 'The `ETag` of the golden record as the steward saw it. Without it any version is changed.',
};
const ifMatchDecision = {
  name: 'If-Match',
  required: false,
  description: 'The `ETag` of the decision. Without it a decision that stands is taken back in any state.',
};
const changedResponse = { status: 412, description: '`If-Match` names another version. Nothing is changed.' };
const entityTagHeader = { ETag: { description: 'Names its state.', schema: { type: 'string' }, required: true } };

/** What stewards decide: merges, splits, and taking back. */
@Controller('v1/:collection')
export class DecisionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post(':goldenId/merge')
  @HttpCode(200)
  @ApiOperation({ summary: 'Merges a golden record with another: all their records are one thing from now on' })
  @ApiParam(goldenIdParameter)
  @ApiHeader(ifMatchGolden)
  @ApiOkResponse({ type: DecisionOutcome })
  @ApiResponse({ status: 409, description: 'One of them is merged already, or standing decisions keep them apart.' })
  @ApiResponse({ status: 410, description: 'One of them is deleted.' })
  @ApiResponse(changedResponse)
  async merge(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Query() { preview }: PreviewParameters,
    @Headers('if-match') ifMatch: string | undefined,
    @Client() by: string | null,
    @Body() merge: MergeRequest,
  ): Promise<DecisionOutcome> {
    return this.commands.execute(new MergeGolden(domain, goldenId, merge, { by, ifMatch, preview }));
  }

  @Post(':goldenId/split')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Splits records off a golden record: they are one thing from now on, and not what the others are',
  })
  @ApiParam(goldenIdParameter)
  @ApiHeader(ifMatchGolden)
  @ApiOkResponse({ type: DecisionOutcome })
  @ApiResponse({ status: 410, description: 'It is deleted.' })
  @ApiResponse(changedResponse)
  async split(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Query() { preview }: PreviewParameters,
    @Headers('if-match') ifMatch: string | undefined,
    @Client() by: string | null,
    @Body() split: SplitRequest,
  ): Promise<DecisionOutcome> {
    return this.commands.execute(new SplitGolden(domain, goldenId, split, { by, ifMatch, preview }));
  }

  @Get(':goldenId/decisions')
  @ApiOperation({ summary: 'Lists the decisions on a golden record and its records, newest first' })
  @ApiParam(goldenIdParameter)
  @ApiOkResponse({ type: DecisionPage })
  async ofGolden(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Query() parameters: DecisionListParameters,
  ): Promise<DecisionPage> {
    return this.page(domain, parameters, goldenId);
  }

  @Get('decisions')
  @ApiOperation({ summary: 'Lists all decisions, newest first, those taken back included' })
  @ApiOkResponse({ type: DecisionPage })
  async list(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() parameters: DecisionListParameters,
  ): Promise<DecisionPage> {
    return this.page(domain, parameters);
  }

  @Get('decisions/:decisionId')
  @ApiOperation({ summary: 'Reads a decision, with the evidence on which it was made' })
  @ApiParam(decisionIdParameter)
  @ApiResponse({ status: 200, type: DecisionView, headers: entityTagHeader })
  async find(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('decisionId') decisionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecisionView> {
    const { decision, revision } = await this.queries.execute(new GetDecision(domain, decisionId));
    reply.header('etag', entityTag(revision));
    return decision;
  }

  @Post('decisions/:decisionId/revocation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes a decision back: all is as it would be without it' })
  @ApiParam(decisionIdParameter)
  @ApiHeader(ifMatchDecision)
  @ApiOkResponse({ type: DecisionOutcome })
  @ApiResponse(changedResponse)
  async revoke(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('decisionId') decisionId: string,
    @Query() { preview }: PreviewParameters,
    @Headers('if-match') ifMatch: string | undefined,
    @Client() by: string | null,
    @Body() { reason }: RevocationRequest,
  ): Promise<DecisionOutcome> {
    return this.commands.execute(new RevokeDecision(domain, decisionId, reason, { by, ifMatch, preview }));
  }

  @Delete('decisions/:decisionId')
  @ApiOperation({ summary: 'Takes a decision back, as a revocation without a reason does; it stays in the lists' })
  @ApiParam(decisionIdParameter)
  @ApiHeader(ifMatchDecision)
  @ApiOkResponse({ type: DecisionOutcome })
  @ApiResponse({ status: 409, description: 'The decision stands no more.' })
  @ApiResponse(changedResponse)
  async remove(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('decisionId') decisionId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Client() by: string | null,
  ): Promise<DecisionOutcome> {
    return this.commands.execute(new RevokeDecision(domain, decisionId, undefined, { by, ifMatch, preview: false }));
  }

  private async page(
    domain: Domain,
    { limit, cursor, status, kind, verdict, by }: DecisionListParameters,
    goldenId?: string,
  ): Promise<DecisionPage> {
    const before = decodeCursor(cursor, (value): value is string => isUUID(value));
    const filter = { goldenId, status, kind, verdict, by };
    const rows = await this.queries.execute(new ListDecisions(domain, filter, before, limit + 1));
    return pageOf(rows, limit, ({ id }) => id);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Domain } from '../domain/domain.js';
import { OperationView } from '../operations/operation-view.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { decodeCursor, pageOf } from '../platform/http/pagination.js';
import { ListQuarantine } from './list-quarantine.js';
import { ListRejections } from './list-rejections.js';
import {
  QuarantineListParameters,
  QuarantineReplayBody,
  RejectionListParameters,
  RejectionReplayBody,
} from './replay-parameters.dto.js';
import { ReplayQuarantine } from './replay-quarantine.js';
import { ReplayRejections } from './replay-rejections.js';
import { presentQuarantined, presentRejection, QuarantinePage, RejectionPage } from './set-aside.dto.js';

const location = { Location: { description: 'The operation.', schema: { type: 'string' as const } } };

/** What could not be taken in, and what could not be resolved: why, and another try. */
@Controller('v1/:collection')
export class SetAsideController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('rejections')
  @ApiOperation({ summary: 'Lists lines that were rejected, oldest first' })
  @ApiOkResponse({ type: RejectionPage })
  async rejections(
    @Param('collection', CollectionPipe) { collection }: Domain,
    @Query() { source, operation, limit, cursor }: RejectionListParameters,
  ): Promise<RejectionPage> {
    const filter = { collection, source: source ?? null, operationId: operation ?? null, ids: null };
    const after = decodeCursor(cursor, isId) ?? 0;
    const page = pageOf(
      await this.queries.execute(new ListRejections(filter, after, limit + 1)),
      limit,
      ({ id }) => id,
    );
    return { ...page, items: page.items.map(presentRejection) };
  }

  @Post('rejections/replay')
  @HttpCode(202)
  @ApiOperation({ summary: 'Takes rejected lines in again, as they came' })
  @ApiBody({ type: RejectionReplayBody, required: false })
  @ApiAcceptedResponse({ type: OperationView, headers: location })
  async replayRejections(
    @Param('collection', CollectionPipe) { collection }: Domain,
    @Body() { ids, source }: RejectionReplayBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperationView> {
    const filter = { collection, source: source ?? null, operationId: null, ids: ids ?? null };
    return locate(reply, await this.commands.execute(new ReplayRejections(filter)));
  }

  @Get('quarantine')
  @ApiOperation({ summary: 'Lists the records that could not be resolved' })
  @ApiOkResponse({ type: QuarantinePage })
  async quarantine(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { source, limit, cursor }: QuarantineListParameters,
  ): Promise<QuarantinePage> {
    const after = decodeCursor(cursor, isId) ?? 0;
    const rows = await this.queries.execute(new ListQuarantine(domain, source ?? null, after, limit + 1));
    const page = pageOf(rows, limit, ({ recordId }) => recordId);
    return { ...page, items: page.items.map(presentQuarantined) };
  }

  @Post('quarantine/replay')
  @HttpCode(202)
  @ApiOperation({ summary: 'Tries quarantined records again' })
  @ApiBody({ type: QuarantineReplayBody, required: false })
  @ApiAcceptedResponse({ type: OperationView, headers: location })
  async replayQuarantine(
    @Param('collection', CollectionPipe) domain: Domain,
    @Body() { records, source }: QuarantineReplayBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperationView> {
    return locate(reply, await this.commands.execute(new ReplayQuarantine(domain, source ?? null, records)));
  }
}

function locate(reply: FastifyReply, operation: OperationView): OperationView {
  void reply.header('location', `/v1/operations/${operation.id}`);
  return operation;
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

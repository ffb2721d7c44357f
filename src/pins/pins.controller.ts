import { Body, Controller, Delete, Get, Headers, Param, Put, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Client } from '../auth/client.js';
import type { Domain } from '../domain/domain.js';
import { redirectToSurvivor } from '../golden/redirect-to-survivor.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { decodeCursor, pageOf } from '../platform/http/pagination.js';
import { PreviewParameters } from '../stewardship/decisions.dto.js';
import { ListPins } from './list-pins.js';
import { PinBody, PinListParameters, PinOutcome, PinPage, WithdrawalParameters } from './pin.dto.js';
import { presentPin } from './present-pin.js';
import { PutPin } from './put-pin.js';
import { WithdrawPin } from './withdraw-pin.js';

const goldenIdParameter = { name: 'goldenId', format: 'uuid', description: 'The id of the golden record.' };
const attributeParameter = { name: 'attribute', example: 'email' };
const ifMatchGolden = {
  name: 'If-Match',
  required: false,
  description: 'The `ETag` of the golden record as the steward saw it. Without it any version is changed.',
};
const mergedResponse = { status: 409, description: 'It is merged into another. Nothing is changed.' };
const deletedResponse = { status: 410, description: 'It is deleted.' };
const changedResponse = { status: 412, description: '`If-Match` names another version. Nothing is changed.' };
const standing = { standing: true, ended: false, all: undefined } as const;

/** What stewards say of single attributes of golden records. */
@Controller('v1/:collection/:goldenId/pins')
export class PinsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Lists the pins of a golden record, newest first: those that stand, or those that have ended',
  })
  @ApiParam(goldenIdParameter)
  @ApiOkResponse({ type: PinPage })
  @ApiResponse({ status: 308, description: 'It was merged. `Location` names the survivor.' })
  @ApiResponse(deletedResponse)
  async list(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Query() { status, limit, cursor }: PinListParameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PinPage | undefined> {
    const before = decodeCursor(cursor, (value): value is string => isUUID(value));
    const selection = { standing: standing[status], before, limit: limit + 1 };
    const { pins, survivor } = await this.queries.execute(new ListPins(domain, goldenId, selection));
    if (survivor !== undefined) {
      redirectToSurvivor(request, reply, goldenId, survivor);
      return undefined;
    }
    const page = pageOf(pins, limit, ({ id }) => id);
    return { ...page, items: page.items.map(presentPin) };
  }

  @Put(':attribute')
  @ApiOperation({
    summary: 'Pins an attribute: gives it a value, or says which it must not have, whatever the records say',
  })
  @ApiParam(goldenIdParameter)
  @ApiParam(attributeParameter)
  @ApiHeader(ifMatchGolden)
  @ApiOkResponse({ type: PinOutcome })
  @ApiResponse(mergedResponse)
  @ApiResponse(deletedResponse)
  @ApiResponse(changedResponse)
  async put(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Param('attribute') attribute: string,
    @Query() { preview }: PreviewParameters,
    @Headers('if-match') ifMatch: string | undefined,
    @Client() by: string | null,
    @Body() body: PinBody,
  ): Promise<PinOutcome> {
    return this.commands.execute(new PutPin(domain, goldenId, attribute, body, { by, ifMatch, preview }));
  }

  @Delete(':attribute')
  @ApiOperation({ summary: 'Takes back what is pinned of an attribute' })
  @ApiParam(goldenIdParameter)
  @ApiParam(attributeParameter)
  @ApiHeader(ifMatchGolden)
  @ApiOkResponse({ type: PinOutcome })
  @ApiResponse(mergedResponse)
  @ApiResponse(deletedResponse)
  @ApiResponse(changedResponse)
  async withdraw(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Param('attribute') attribute: string,
    @Query() { reason }: WithdrawalParameters,
    @Headers('if-match') ifMatch: string | undefined,
    @Client() by: string | null,
  ): Promise<PinOutcome> {
    const request = { by, ifMatch, preview: false };
    return this.commands.execute(new WithdrawPin(domain, goldenId, attribute, reason, request));
  }
}

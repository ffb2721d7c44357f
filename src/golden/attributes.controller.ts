import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Domain } from '../domain/domain.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { ExplainAttribute } from './explain-attribute.js';
import { AttributeExplanation, presentExplanation } from './explanation.dto.js';
import { redirectToSurvivor } from './redirect-to-survivor.js';

/** The attributes of golden records, one by one. */
@Controller('v1/:collection/:goldenId/attributes')
export class AttributesController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':attribute')
  @ApiOperation({ summary: 'Explains an attribute of a golden record: every value that competed, and why it lost' })
  @ApiParam({ name: 'goldenId', format: 'uuid', description: 'The id of the golden record.' })
  @ApiParam({ name: 'attribute', example: 'email' })
  @ApiOkResponse({ type: AttributeExplanation })
  @ApiResponse({ status: 308, description: 'It was merged. `Location` names the survivor.' })
  @ApiResponse({ status: 410, description: 'It was deleted.' })
  async explain(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Param('attribute') attribute: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttributeExplanation | undefined> {
    const found = await this.queries.execute(new ExplainAttribute(domain, goldenId, attribute));
    void reply.header('cache-control', 'private, no-cache');
    if (found.survivor === undefined) return presentExplanation(found, attribute);
    redirectToSurvivor(request, reply, goldenId, found.survivor);
    return undefined;
  }
}

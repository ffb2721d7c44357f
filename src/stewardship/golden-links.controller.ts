import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Domain } from '../domain/domain.js';
import { redirectToSurvivor } from '../golden/redirect-to-survivor.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { GoldenLinks } from './golden-links.dto.js';
import { ListGoldenLinks } from './list-golden-links.js';

/** What holds golden records together. */
@Controller('v1/:collection/:goldenId/links')
export class GoldenLinksController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Lists the pairs of records within a golden record that are alike, with their weights' })
  @ApiParam({ name: 'goldenId', format: 'uuid', description: 'The id of the golden record.' })
  @ApiOkResponse({ type: GoldenLinks })
  @ApiResponse({ status: 308, description: 'It was merged. `Location` names the survivor.' })
  @ApiResponse({ status: 410, description: 'It was deleted.' })
  async links(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoldenLinks | undefined> {
    const { links, survivor } = await this.queries.execute(new ListGoldenLinks(domain, goldenId));
    if (survivor === undefined) return { items: links };
    redirectToSurvivor(request, reply, goldenId, survivor);
    return undefined;
  }
}

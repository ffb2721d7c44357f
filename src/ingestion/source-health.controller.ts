import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { GetSourceHealth } from './get-source-health.js';
import { presentHealth, SourceHealth } from './source-health.dto.js';

/** How sources fare. */
@Controller('v1/sources/:source/health')
export class SourceHealthController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Counts the records of a source: held, waiting, quarantined, rejected' })
  @ApiParam({ name: 'source', example: 'crm' })
  @ApiOkResponse({ type: SourceHealth })
  async health(@Param('source') source: string): Promise<SourceHealth> {
    return presentHealth(source, await this.queries.execute(new GetSourceHealth(source)));
  }
}

import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiServiceUnavailableResponse } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { Lifecycle } from './lifecycle.js';
import { OpenToAll } from './open-to-all.js';
import { Problem } from './problem.js';

class Health {
  @ApiProperty({ enum: ['ok'] })
  readonly status = 'ok';
}

/** What tells an orchestrator whether to restart this process, and whether to send it requests. */
@OpenToAll()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly lifecycle: Lifecycle,
  ) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ type: Health })
  live(): Health {
    return new Health();
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether the process can serve requests' })
  @ApiOkResponse({ type: Health })
  @ApiServiceUnavailableResponse({ description: 'The store does not answer, or the process is about to end.' })
  async ready(): Promise<Health> {
    if (this.lifecycle.ending) throw notReady('The process is about to end.');
    await this.database.query('/* health.ready */ select 1').catch(() => {
      throw notReady('The store does not answer.');
    });
    return new Health();
  }
}

function notReady(detail: string): Problem {
  return new Problem(503, 'Service Unavailable', detail);
}

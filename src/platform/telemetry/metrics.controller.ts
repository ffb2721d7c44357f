import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Gauge } from 'prom-client';
import { OpenToAll } from '../http/open-to-all.js';
import { BacklogRepository } from './backlog.repository.js';
import { Metrics } from './metrics.js';

@OpenToAll()
@Controller('metrics')
export class MetricsController {
  private readonly pending: Gauge;
  private readonly oldest: Gauge;

  constructor(
    private readonly metrics: Metrics,
    private readonly backlog: BacklogRepository,
  ) {
    const registers = [metrics.registry];
    this.pending = new Gauge({ name: 'aurum_pending_records', help: 'Records that wait to be resolved.', registers });
    this.oldest = new Gauge({
      name: 'aurum_pending_oldest_seconds',
      help: 'For how long the oldest pending record has waited.',
      registers,
    });
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Metrics for Prometheus' })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { pending, oldest } = await this.backlog.read();
    this.pending.set(pending);
    this.oldest.set(oldest);
    void reply.header('content-type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Logger, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Configuration } from '../platform/config/configuration.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { packageRoot, packageVersion } from '../platform/package.js';
import { consoleCollection, consolePage, type ConsolePage, type ConsoleSettings } from './console-page.js';

const year = 365 * 24 * 60 * 60 * 1_000;

/**
 * Serves the web console at `/console`. Its files say nothing of the records and need no API key; what it shows it asks the API
 * for, with the key that the steward gives it.
 */
@Module({})
export class ConsoleModule implements OnModuleInit {
  private readonly directory = join(packageRoot(), 'web/dist');

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly configuration: Configuration,
    private readonly domains: DomainRegistry,
  ) {}

  onModuleInit(): void {
    const index = join(this.directory, 'index.html');
    if (!existsSync(index)) {
      new Logger('Console').warn('The console is not built: `npm run build` builds it.');
      return;
    }
    const template = readFileSync(index, 'utf8');
    const fastify = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    // Whoever awaited this would start the server before Nest has said how it answers errors.
    void fastify.register(fastifyStatic, {
      root: join(this.directory, 'assets'),
      prefix: '/console/assets/',
      decorateReply: false,
      index: false,
      preCompressed: true,
      // The name of a file changes with its content.
      immutable: true,
      maxAge: year,
    });
    const settings: ConsoleSettings = {
      version: packageVersion(),
      needsApiKey: this.configuration.apiKeys.size > 0,
      collections: this.domains.all.map(consoleCollection),
    };
    // The same page for every address of the console: what is shown there is for the console to say.
    const page = async (_request: FastifyRequest, reply: FastifyReply): Promise<string> =>
      Promise.resolve(send(reply, consolePage(template, settings)));
    fastify.get('/console', page);
    fastify.get('/console/*', page);
  }
}

function send(reply: FastifyReply, { html, contentSecurityPolicy }: ConsolePage): string {
  void reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', contentSecurityPolicy)
    .header('referrer-policy', 'same-origin')
    .header('cross-origin-opener-policy', 'same-origin');
  return html;
}

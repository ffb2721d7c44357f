import type { RouteOptions } from 'fastify';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule, type AppOptions } from './app.module.js';
import { createHttpServer } from './platform/http/http-server.js';
import { Lifecycle } from './platform/http/lifecycle.js';
import { setUpOpenApi } from './platform/http/openapi.js';
import { Precedence } from './platform/http/precedence.js';
import { RequestLog } from './platform/http/request-log.js';

/** One running Aurum, without the database server that it uses. */
export class Application {
  private constructor(
    readonly nest: NestFastifyApplication,
    /** Where it listens: `http://127.0.0.1:3000`. */
    readonly url: string,
    readonly routes: readonly Pick<RouteOptions, 'method' | 'url'>[],
    private readonly shutdownSeconds: number,
  ) {}

  /** Connects, brings the store up to date, begins to work and listens. */
  static async start(options: AppOptions): Promise<Application> {
    const { configuration, domains } = options;
    const server = createHttpServer(configuration);
    const routes: Pick<RouteOptions, 'method' | 'url'>[] = [];
    server.getInstance().addHook('onRoute', ({ method, url }) => void routes.push({ method, url }));
    const nest = await NestFactory.create<NestFastifyApplication>(AppModule.of(options), server, {
      bodyParser: false,
      bufferLogs: true,
      abortOnError: false,
    });
    nest.useLogger(nest.get(Logger));
    nest.get(Precedence).attach(server.getInstance());
    nest.get(RequestLog).attach(server.getInstance());
    setUpOpenApi(nest, domains);
    try {
      await nest.listen(configuration.port, configuration.host);
    } catch (error) {
      await nest.close();
      throw error;
    }
    const url = await nest.getUrl();
    new NestLogger('Aurum').log({ url }, 'Aurum listens.');
    return new Application(nest, url, routes, configuration.shutdownSeconds);
  }

  /** Lets what has begun come to its end, for a while; then closes what is left. */
  async stop(): Promise<void> {
    this.nest.get(Lifecycle).ending = true;
    const timer = setTimeout(() => this.nest.getHttpServer().closeAllConnections(), this.shutdownSeconds * 1_000);
    await this.nest.close();
    clearTimeout(timer);
  }
}

// Writes the types of the console's client from the service's own OpenAPI document: `node scripts/generate-client.mjs DIRECTORY`.
// The build runs it; it reads the service that was built before.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import openapiTS, { astToString } from 'openapi-typescript';
import { AppModule } from '../dist/src/app.module.js';
import { foldDomains } from '../dist/src/console/fold-domains.js';
import { domains } from '../dist/src/domains.js';
import { Configuration } from '../dist/src/platform/config/configuration.js';
import { openApiDocument } from '../dist/src/platform/http/openapi.js';

const [, , directory] = process.argv;

// In preview nothing connects and nothing runs: the controllers are only read.
const options = { configuration: new Configuration(), domains, databaseUrl: '' };
const app = await NestFactory.create(AppModule.of(options), new FastifyAdapter(), {
  preview: true,
  logger: ['error'],
  abortOnError: false,
});
const document = foldDomains(openApiDocument(app, domains, false), domains);
const types = astToString(await openapiTS(JSON.stringify(document), { alphabetize: true, defaultNonNullable: false }));
writeFileSync(join(directory, 'openapi.d.ts'), types);

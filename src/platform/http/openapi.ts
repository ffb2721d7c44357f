import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Domain } from '../../domain/domain.js';
import { Configuration } from '../config/configuration.js';
import { packageVersion } from '../package.js';
import { completeOperations } from './openapi-completion.js';
import { expandDomains } from './openapi-domains.js';
import type { Document } from './openapi-types.js';

/**
 * Publishes the OpenAPI document at `/openapi.json` and a page to read it at `/docs`, which needs no network. The document is
 * made from the controllers when it is first asked for.
 */
export function setUpOpenApi(app: INestApplication, domains: readonly Domain[]): void {
  const apiKeys = app.get(Configuration).apiKeys.size > 0;
  SwaggerModule.setup('docs', app, () => openApiDocument(app, domains, apiKeys), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Aurum API',
    swaggerOptions: { displayRequestDuration: true },
  });
}

/** The whole document: one path for each route of each domain. */
export function openApiDocument(app: INestApplication, domains: readonly Domain[], apiKeys: boolean): Document {
  const configuration = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Aurum')
    .setDescription('Master data: records of many systems in, golden records and change events out.')
    .setVersion(packageVersion())
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .build();
  const document = SwaggerModule.createDocument(app, configuration, {
    operationIdFactory: (controller, method) => method + controller.replace(/Controller$/, ''),
  });
  return completeOperations(expandDomains(document, domains), { apiKeys });
}

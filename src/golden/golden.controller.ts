import { Readable } from 'node:stream';
import { Controller, Get, Headers, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiResponse,
  getSchemaPath,
  ApiExtraModels,
} from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Domain } from '../domain/domain.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { entityTag, hasEntityTag } from '../platform/http/entity-tag.js';
import { decodeCursor, pageOf, PageParameters } from '../platform/http/pagination.js';
import { Problem } from '../platform/http/problem.js';
import { readTimestamp } from '../platform/http/timestamp.js';
import { FindGoldenOfRecord } from './find-golden-of-record.js';
import { GetGolden } from './get-golden.js';
import { CrosswalkParameters, GoldenListParameters, GoldenVersionParameters } from './golden-parameters.dto.js';
import { AttributeLineage, CrosswalkLine, GoldenHistoryPage, GoldenPage, GoldenRecord } from './golden.dto.js';
import { ListGoldenVersions } from './list-golden-versions.js';
import { ListGolden } from './list-golden.js';
import { redirectToSurvivor } from './redirect-to-survivor.js';
import { SearchGolden } from './search-golden.js';
import { StreamCrosswalk } from './stream-crosswalk.js';

const goldenIdParameter = { name: 'goldenId', format: 'uuid', description: 'The id of the golden record.' };
const entityTagHeader = { ETag: { description: 'Names the version.', schema: { type: 'string' }, required: true } };
// Personal data, which may change at any time: kept by no shared cache, and asked for again each time.
const cacheControl = 'private, no-cache';

/** Golden records out. */
@ApiExtraModels(AttributeLineage, CrosswalkLine)
@Controller('v1/:collection')
export class GoldenController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Finds golden records by a source record, by text, or lists them all' })
  @ApiOkResponse({ type: GoldenPage })
  async list(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { source, sourceId, q, limit, cursor }: GoldenListParameters,
  ): Promise<GoldenPage> {
    if (source !== undefined || sourceId !== undefined) {
      if (source === undefined || sourceId === undefined || q !== undefined) throw oneWayToFind();
      const golden = await this.queries.execute(new FindGoldenOfRecord(domain, source, sourceId));
      return { items: golden ? [golden] : [] };
    }
    if (q !== undefined) return { items: await this.queries.execute(new SearchGolden(domain, q, limit)) };
    const after = decodeCursor(cursor, (value): value is string => isUUID(value));
    const rows = await this.queries.execute(new ListGolden(domain, after, limit + 1));
    return pageOf(rows, limit, ({ id }) => id);
  }

  @Get('crosswalk')
  @ApiOperation({ summary: 'Streams every live record with its golden id' })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({
    description: 'A line for each record.',
    content: { 'application/x-ndjson': { schema: { $ref: getSchemaPath(CrosswalkLine) } } },
  })
  async crosswalk(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { source }: CrosswalkParameters,
  ): Promise<StreamableFile> {
    const chunks = await this.queries.execute(new StreamCrosswalk(domain, source));
    return new StreamableFile(Readable.from(lines(chunks), { objectMode: true, highWaterMark: 1 }), {
      type: 'application/x-ndjson; charset=utf-8',
    });
  }

  @Get(':goldenId')
  @ApiOperation({ summary: 'Reads a golden record as it is, or as it stood at a time' })
  @ApiParam(goldenIdParameter)
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'Entity tags that the client has.' })
  @ApiResponse({ status: 200, type: GoldenRecord, headers: entityTagHeader })
  @ApiResponse({ status: 304, description: 'The client has this version.', headers: entityTagHeader })
  @ApiResponse({ status: 308, description: 'It was merged. `Location` names the survivor.' })
  @ApiResponse({ status: 410, description: 'It was deleted.' })
  async find(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Query() { asOf }: GoldenVersionParameters,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoldenRecord | undefined> {
    const at = asOf === undefined ? undefined : readTimestamp(asOf);
    const { golden, survivor } = await this.queries.execute(new GetGolden(domain, goldenId, at));
    reply.header('cache-control', cacheControl);
    if (survivor !== undefined) {
      redirectToSurvivor(request, reply, goldenId, survivor);
      return undefined;
    }
    reply.header('etag', entityTag(golden.version));
    if (!hasEntityTag(ifNoneMatch, entityTag(golden.version))) return golden;
    reply.code(304);
    return undefined;
  }

  @Get(':goldenId/versions')
  @ApiOperation({ summary: 'Lists the versions of a golden record, newest first' })
  @ApiParam(goldenIdParameter)
  @ApiOkResponse({ type: GoldenHistoryPage })
  async versions(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('goldenId') goldenId: string,
    @Query() { limit, cursor }: PageParameters,
  ): Promise<GoldenHistoryPage> {
    const before = decodeCursor(cursor, (value): value is number => Number.isSafeInteger(value));
    const rows = await this.queries.execute(new ListGoldenVersions(domain, goldenId, before, limit + 1));
    return pageOf(rows, limit, ({ version }) => version);
  }
}

async function* lines(chunks: AsyncIterable<CrosswalkLine[]>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield chunk.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function oneWayToFind(): Problem {
  const message = 'must be given together with `sourceId`, and without `q`';
  return new Problem(400, 'Invalid request', 'Find by `source` and `sourceId`, or by `q`.', [
    { path: 'source', message },
  ]);
}

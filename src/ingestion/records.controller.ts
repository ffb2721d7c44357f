import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiExtraModels,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Domain } from '../domain/domain.js';
import { OperationView } from '../operations/operation-view.js';
import { Configuration } from '../platform/config/configuration.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { BulkParameters } from './bulk-parameters.dto.js';
import { DeleteRecord } from './delete-record.js';
import { GetRecord } from './get-record.js';
import { IngestStream } from './ingest-stream.js';
import { readPreferWait } from './prefer-wait.js';
import { PutRecord } from './put-record.js';
import { RecordBody, RecordBodyPipe } from './record-body.pipe.js';
import { readObservedAt } from './record-line.js';
import { readRecordStream, recordStreamTypes } from './record-stream.js';
import { RecordLineBody } from './record-line.dto.js';
import { RecordView } from './record-view.js';
import { SourceIdPipe } from './source-id.pipe.js';

const preferHeader = {
  name: 'Prefer',
  required: false,
  description: '`wait=N` waits up to N seconds (at most 60) for the resolution of the record.',
  example: 'wait=5',
};
const appliedHeader = {
  'Preference-Applied': { description: 'The wait that was asked for.', schema: { type: 'string' as const } },
};
const locationHeader = { Location: { description: 'The record.', schema: { type: 'string' as const } } };
const sourceParameter = { name: 'source', description: 'The source system.', example: 'crm' };
const sourceIdParameter = { name: 'sourceId', description: "The source's own id of the record.", example: '4711' };

/** Records in. */
@ApiExtraModels(RecordLineBody)
@Controller('v1/:collection/records')
export class RecordsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly configuration: Configuration,
  ) {}

  @Put(':source/:sourceId')
  @HttpCode(202)
  @ApiOperation({ summary: 'Creates or replaces a record of a source' })
  @ApiParam(sourceParameter)
  @ApiParam(sourceIdParameter)
  @ApiHeader(preferHeader)
  @ApiBody({ type: RecordBody })
  @ApiAcceptedResponse({
    type: RecordView,
    description: 'The record is durable, and will be resolved.',
    headers: locationHeader,
  })
  @ApiOkResponse({ type: RecordView, description: 'The record is resolved or quarantined.', headers: appliedHeader })
  @ApiConflictResponse({ description: 'A record that was observed later is held. Nothing is changed.' })
  async put(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('source') source: string,
    @Param('sourceId', SourceIdPipe) sourceId: string,
    @Headers('prefer') prefer: string | undefined,
    @Body(RecordBodyPipe) body: Pick<RecordBody, 'data' | 'observedAt'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordView> {
    const wait = readPreferWait(prefer);
    const observedAt = readObservedAt(body.observedAt) ?? undefined;
    const record = await this.commands.execute(
      new PutRecord(domain, source, { sourceId, data: body.data, observedAt }, milliseconds(wait)),
    );
    settle(reply, domain, record, record.status === 'pending' ? undefined : wait);
    return record;
  }

  @Get(':source/:sourceId')
  @ApiOperation({ summary: 'Reads a record of a source as it is held' })
  @ApiParam(sourceParameter)
  @ApiParam(sourceIdParameter)
  @ApiOkResponse({ type: RecordView })
  async get(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('source') source: string,
    @Param('sourceId', SourceIdPipe) sourceId: string,
  ): Promise<RecordView> {
    return this.queries.execute(new GetRecord(domain, source, sourceId));
  }

  @Delete(':source/:sourceId')
  @HttpCode(202)
  @ApiOperation({ summary: 'Withdraws a record of a source' })
  @ApiParam(sourceParameter)
  @ApiParam(sourceIdParameter)
  @ApiHeader(preferHeader)
  @ApiAcceptedResponse({
    type: RecordView,
    description: 'The record is withdrawn; golden records will follow.',
    headers: locationHeader,
  })
  @ApiOkResponse({ type: RecordView, description: 'Golden records have followed.', headers: appliedHeader })
  async delete(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('source') source: string,
    @Param('sourceId', SourceIdPipe) sourceId: string,
    @Headers('prefer') prefer: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordView> {
    const wait = readPreferWait(prefer);
    const deleted = await this.commands.execute(new DeleteRecord(domain, source, sourceId, milliseconds(wait)));
    settle(reply, domain, deleted.record, deleted.resolved ? wait : undefined);
    return deleted.record;
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Creates or replaces many records of a source in one streamed request' })
  @ApiConsumes(...recordStreamTypes)
  @ApiBody({
    description: 'NDJSON: a record a line. JSON: an array of records. CSV: a header, and a record a row.',
    schema: {
      oneOf: [
        { $ref: getSchemaPath(RecordLineBody) },
        { type: 'array', items: { $ref: getSchemaPath(RecordLineBody) } },
        { type: 'string' },
      ],
    },
  })
  @ApiAcceptedResponse({
    type: OperationView,
    description: 'All that was accepted is durable. The operation succeeds once it is resolved or quarantined.',
    headers: { Location: { description: 'The operation.', schema: { type: 'string' } } },
  })
  @ApiNotFoundResponse({ description: 'The source is not registered.' })
  async post(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { source, idColumn }: BulkParameters,
    @Headers('content-type') contentType: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperationView> {
    const lines = readRecordStream(
      chunksOf(request.body),
      contentType,
      idColumn,
      this.configuration.maximumRecordBytes,
    );
    const operation = await this.commands.execute(new IngestStream(domain, source, lines));
    void reply.header('location', `/v1/operations/${operation.id}`);
    return operation;
  }
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1_000;
}

/** Says that the wait was long enough, or else where to look for what comes of the record. */
function settle(reply: FastifyReply, { collection }: Domain, record: RecordView, waited: number | undefined): void {
  if (waited !== undefined) void reply.status(200).header('preference-applied', `wait=${waited}`);
  else
    void reply.header('location', `/v1/${collection}/records/${record.source}/${encodeURIComponent(record.sourceId)}`);
}

/** The body as it comes. To stop reading must not cut the connection, on which the answer is still to go out. */
function chunksOf(body: unknown): AsyncIterable<Buffer> {
  if (body instanceof Readable) return body.iterator({ destroyOnReturn: false });
  if (typeof body === 'object' && body !== null && Symbol.asyncIterator in body) return body as AsyncIterable<Buffer>;
  return Readable.from([]);
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { decodeCursor, pageOf, PageParameters } from '../platform/http/pagination.js';
import { operationUnknown, GetOperation } from './get-operation.js';
import { ListOperations } from './list-operations.js';
import { OperationPage, OperationView } from './operation-view.js';

/** Long work, and how far it is. */
@Controller('v1/operations')
export class OperationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Lists operations, newest first' })
  @ApiOkResponse({ type: OperationPage })
  async list(@Query() { limit, cursor }: PageParameters): Promise<OperationPage> {
    const before = decodeCursor(cursor, (value): value is string => isUUID(value));
    const operations = await this.queries.execute(new ListOperations(before, limit + 1));
    return pageOf(operations, limit, ({ id }) => id);
  }

  @Get(':operationId')
  @ApiOperation({ summary: 'Reads an operation with its progress and result' })
  @ApiParam({ name: 'operationId', format: 'uuid' })
  @ApiOkResponse({ type: OperationView })
  async get(@Param('operationId') id: string): Promise<OperationView> {
    if (!isUUID(id)) throw operationUnknown(id);
    return this.queries.execute(new GetOperation(id));
  }
}

import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '../platform/database/database.js';
import { presentOperation, type OperationView } from './operation-view.js';
import { OperationsRepository } from './operations.repository.js';

/** Reads a page of operations, newest first, without their rejections. */
export class ListOperations extends Query<OperationView[]> {
  constructor(
    readonly before: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListOperations)
export class ListOperationsHandler implements IQueryHandler<ListOperations> {
  constructor(
    private readonly database: Database,
    private readonly repository: OperationsRepository,
  ) {}

  async execute({ before, limit }: ListOperations): Promise<OperationView[]> {
    const operations = await this.repository.page(this.database, before, limit);
    return operations.map((operation) => presentOperation(operation, undefined));
  }
}

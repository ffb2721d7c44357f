import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { OperationReads } from './operation-reads.js';
import { presentOperation, type OperationView } from './operation-view.js';

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
  constructor(private readonly reads: OperationReads) {}

  async execute({ before, limit }: ListOperations): Promise<OperationView[]> {
    const operations = await this.reads.page(before, limit);
    return operations.map((operation) => presentOperation(operation, undefined));
  }
}

import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { presentOperation, type OperationView } from './operation-view.js';
import { OperationReads } from './operation-reads.js';
import { OperationsRepository } from './operations.repository.js';

const rejectionsShown = 1_000;

/** Reads an operation as it stands. @throws Problem 404 */
export class GetOperation extends Query<OperationView> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(GetOperation)
export class GetOperationHandler implements IQueryHandler<GetOperation> {
  constructor(
    private readonly database: Database,
    private readonly repository: OperationsRepository,
    private readonly reads: OperationReads,
  ) {}

  async execute({ id }: GetOperation): Promise<OperationView> {
    const operation = await this.reads.find(id);
    if (!operation) throw operationUnknown(id);
    const rejections =
      operation.counts.rejected > 0 ? await this.repository.rejections(this.database, id, rejectionsShown) : [];
    return presentOperation(operation, rejections);
  }
}

export function operationUnknown(id: string): Problem {
  return new Problem(404, 'Operation not found', `There is no operation '${id}'.`);
}

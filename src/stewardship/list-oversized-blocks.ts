import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import {
  OversizedBlockListRepository,
  type OversizedBlockRow,
  type WantedBlocks,
} from './oversized-block-list.repository.js';

/** Lists the blocks that have grown past the cap and generate no more candidates. */
export class ListOversizedBlocks extends Query<OversizedBlockRow[]> {
  constructor(
    readonly domain: Domain,
    readonly wanted: WantedBlocks,
  ) {
    super();
  }
}

@QueryHandler(ListOversizedBlocks)
export class ListOversizedBlocksHandler implements IQueryHandler<ListOversizedBlocks> {
  constructor(private readonly repository: OversizedBlockListRepository) {}

  execute({ domain, wanted }: ListOversizedBlocks): Promise<OversizedBlockRow[]> {
    return this.repository.list(domain.collection, wanted);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Domain } from '../domain/domain.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import type { RecordName } from './decision.js';
import { ExplainPair } from './explain-pair.js';
import { ExplainParameters, PairExplanation } from './explained-pair.dto.js';

/** Why any two records are, or are not, one thing. */
@Controller('v1/:collection')
export class PairsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('explain')
  @ApiOperation({ summary: 'Explains a pair of records: its waterfall of evidence, and what else decides' })
  @ApiOkResponse({ type: PairExplanation })
  @ApiNotFoundResponse({ description: 'A record, named by its parameter, or the model is not held.' })
  async explain(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { a, b, model }: ExplainParameters,
  ): Promise<PairExplanation> {
    return this.queries.execute(new ExplainPair(domain, recordName(a), recordName(b), model));
  }
}

/** A source's name has no slash, and its ids may have any. */
function recordName(text: string): RecordName {
  const slash = text.indexOf('/');
  return { source: text.slice(0, slash), sourceId: text.slice(slash + 1) };
}

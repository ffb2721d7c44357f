import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Domain } from '../domain/domain.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { Problem, type FieldError } from '../platform/http/problem.js';
import { FindMatches, type RecordToFind } from './find-matches.js';
import { MatchList, MatchRequest } from './matches.dto.js';

/** Search before create. */
@Controller('v1/:collection')
export class MatchesController {
  constructor(private readonly queries: QueryBus) {}

  @Post('search')
  @HttpCode(200)
  @ApiOperation({ summary: 'Finds the golden records that a record would match, with the evidence; stores nothing' })
  @ApiOkResponse({ type: MatchList })
  @ApiNotFoundResponse({ description: 'The source is not registered.' })
  async search(@Param('collection', CollectionPipe) domain: Domain, @Body() request: MatchRequest): Promise<MatchList> {
    return { items: await this.queries.execute(new FindMatches(domain, recordToFind(request), request.limit ?? 10)) };
  }
}

function recordToFind({ data, canonical, source }: MatchRequest): RecordToFind {
  if ((data === undefined) === (canonical === undefined))
    throw invalidSearch({ path: 'data', message: 'give either `data` or `canonical`' });
  if (data === undefined) return { canonical, source };
  if (source !== undefined) return { data, source };
  throw invalidSearch({ path: 'source', message: 'must be given with `data`' });
}

function invalidSearch(error: FieldError): Problem {
  return new Problem(422, 'Invalid search', 'The search cannot be done as it is.', [error]);
}

import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isUUID } from 'class-validator';
import type { Domain } from '../domain/domain.js';
import { Problem } from '../platform/http/problem.js';
import { goldenRecord, type GoldenRecord } from './golden.dto.js';
import { GoldenReaderRepository } from './golden-reader.repository.js';
import { GoldenReads } from './golden-reads.js';

/** A golden record, or the id that it has been merged into. */
export type GoldenOrSurvivor =
  { readonly golden: GoldenRecord; readonly survivor?: never } | { readonly golden?: never; readonly survivor: string };

/** Reads a golden record as it is, or as it stood at a time. */
export class GetGolden extends Query<GoldenOrSurvivor> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly asOf: Date | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetGolden)
export class GetGoldenHandler implements IQueryHandler<GetGolden> {
  constructor(
    private readonly repository: GoldenReaderRepository,
    private readonly reads: GoldenReads,
  ) {}

  /** @throws Problem 404 where there is (or was at the time) no such golden record, 410 where it is deleted */
  async execute({ domain, id, asOf }: GetGolden): Promise<GoldenOrSurvivor> {
    const found = isUUID(id) ? await this.repository.find(domain.collection, id) : undefined;
    if (!found || (asOf && found.createdAt > asOf)) throw noSuchGolden(domain, asOf);
    if (found.status === 'merged' && (!asOf || found.updatedAt <= asOf))
      return { survivor: await this.repository.survivor(found.id, asOf) };
    const version = asOf ? await this.repository.versionAt(found.id, asOf) : found.current;
    if (!version) throw noSuchGolden(domain, asOf);
    if (version.change === 'deleted') throw goldenDeleted(domain, version.createdAt);
    this.reads.count(found.id);
    return { golden: goldenRecord(version) };
  }
}

export function noSuchGolden(domain: Domain, asOf?: Date): Problem {
  const when = asOf ? ` at ${asOf.toISOString()}` : '';
  return new Problem(404, 'No such golden record', `There is no golden ${domain.entity} of this id${when}.`);
}

function goldenDeleted(domain: Domain, at: Date): Problem {
  return new Problem(
    410,
    'Golden record deleted',
    `The last record of this golden ${domain.entity} was withdrawn at ${at.toISOString()}. ?asOf= an earlier time still reads it.`,
  );
}

import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { GetGolden } from '../golden/get-golden.js';
import { Database } from '../platform/database/database.js';
import { PinsRepository, type PinRow } from './pins.repository.js';

/** Which pins of a golden record to read, newest first. */
export interface PinSelection {
  /** Only those that stand, or only those that have ended. */
  readonly standing: boolean | undefined;
  readonly before: string | undefined;
  readonly limit: number;
}

/** The pins of a golden record, or the id that it was merged into. */
export type PinsOrSurvivor =
  | { readonly pins: readonly PinRow[]; readonly survivor?: never }
  | { readonly pins?: never; readonly survivor: string };

/** Reads the pins that are on a golden record. @throws Problem as `GetGolden` */
export class ListPins extends Query<PinsOrSurvivor> {
  constructor(
    readonly domain: Domain,
    readonly goldenId: string,
    readonly selection: PinSelection,
  ) {
    super();
  }
}

@QueryHandler(ListPins)
export class ListPinsHandler implements IQueryHandler<ListPins> {
  constructor(
    private readonly database: Database,
    private readonly repository: PinsRepository,
    private readonly queries: QueryBus,
  ) {}

  async execute({ domain, goldenId, selection }: ListPins): Promise<PinsOrSurvivor> {
    const { golden, survivor } = await this.queries.execute(new GetGolden(domain, goldenId, undefined));
    if (survivor !== undefined) return { survivor };
    const { standing, before, limit } = selection;
    return { pins: await this.repository.onGolden(this.database, golden.id, standing, before, limit) };
  }
}

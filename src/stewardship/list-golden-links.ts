import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { GetGolden } from '../golden/get-golden.js';
import type { GoldenLink } from './golden-links.dto.js';
import { GoldenLinksRepository } from './golden-links.repository.js';

const most = 1_000;

/** The links within a golden record, or the id that the golden record was merged into. */
export type LinksOrSurvivor =
  | { readonly links: readonly GoldenLink[]; readonly survivor?: never }
  | { readonly links?: never; readonly survivor: string };

/** Lists the pairs of a golden record's records that are alike: what holds it together. */
export class ListGoldenLinks extends Query<LinksOrSurvivor> {
  constructor(
    readonly domain: Domain,
    readonly goldenId: string,
  ) {
    super();
  }
}

@QueryHandler(ListGoldenLinks)
export class ListGoldenLinksHandler implements IQueryHandler<ListGoldenLinks> {
  constructor(
    private readonly repository: GoldenLinksRepository,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Problem 404 where there is no such golden record, 410 where it is deleted */
  async execute({ domain, goldenId }: ListGoldenLinks): Promise<LinksOrSurvivor> {
    const { golden, survivor } = await this.queries.execute(new GetGolden(domain, goldenId, undefined));
    if (survivor !== undefined) return { survivor };
    const rows = await this.repository.within(golden.id, most);
    const links = rows.map(({ sourceA, sourceIdA, sourceB, sourceIdB, weight, review }): GoldenLink => ({
      records: [
        { source: sourceA, sourceId: sourceIdA },
        { source: sourceB, sourceId: sourceIdB },
      ],
      weight,
      verdict: review ? 'review' : 'link',
    }));
    return { links };
  }
}

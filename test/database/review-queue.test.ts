import fc from 'fast-check';
import type { ReviewFilter, ReviewPosition } from '../../src/stewardship/review-filter.js';
import { ReviewsRepository } from '../../src/stewardship/reviews.repository.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

/**
 * Records in golden records of up to three, and links between them: weights that occur often and such that are too great for a
 * double to tell their probabilities apart; reads, claims, due dates, skips at the weight as it is and at another; decisions; and some
 * of another collection.
 */
const seed = `
  insert into record (collection, source, source_id, data, canonical, standard, block_keys, content_hash, observed_at, received_at,
    source_version)
  select case when n > 500 then 'products' else 'customers' end, (array['crm', 'erp', 'shop'])[1 + n % 3], n::text, '{}', '{}', '[]',
    '{}', '', now(), now(), 1
  from generate_series(1, 560) n order by n;
  insert into membership (record_id, golden_id)
  select id, lpad(to_hex(case when id % 10 < 3 then id - id % 10 else id end + 1), 32, '0')::uuid from record;
  insert into golden (id, collection, version, status, search_text, created_at, updated_at)
  select distinct golden_id, 'customers', 1, 'active', '', now(), now() from membership;
  insert into link (record_a, record_b, collection, weight, review, open)
  select a, b, case when a > 500 then 'products' else 'customers' end, weight, weight < 6, x.golden_id <> y.golden_id
  from (
    select distinct on (least(a, b), greatest(a, b)) least(a, b) as a, greatest(a, b) as b,
      (array[-2, 0, 0.5, 3, 3, 4.25, 5.9, 8, 12, 33.5, 45, 45.00001, 60, 60.5, 61])[1 + n * 7919 % 15]::real + (n % 3)::real / 8 as weight
    from (
      select n, 1 + n * 31 % 500 as a, 1 + n * 53 % 500 as b from generate_series(1, 700) n
      union all
      select n, 500 + n, 530 + n from generate_series(1, 30) n
    ) drawn
    where a <> b
  ) pair join membership x on x.record_id = a join membership y on y.record_id = b;
  insert into golden_read (golden_id, reads, counted_at)
  select id, 1 + abs(hashtext(id::text)) % 5, now() - abs(hashtext(id::text)) % 9 * interval '7 days'
  from golden where abs(hashtext(id::text)) % 4 = 0;
  insert into review (record_a, record_b, claimed_by, claimed_until, due_at, skipped_at, skipped_weight)
  select record_a, record_b, case record_a % 4 when 1 then 'ada' when 2 then 'bo' end,
    case when record_a % 4 in (1, 2) then now() + record_b % 3 * interval '1 hour' - interval '30 minutes' end,
    case when record_b % 3 = 1 then now() + record_a % 5 * interval '1 day' end,
    case when record_b % 4 = 1 then now() end, case when record_b % 4 = 1 then weight + record_a / 4 % 2 end
  from link where (record_a + record_b) % 3 = 0;
  insert into decision (id, collection, kind, verdict, status, decided_at, model, evidence)
  select lpad(to_hex(record_a * 1000 + record_b), 32, '0')::uuid, collection, 'review', 'noMatch', 'standing', now(), 'shipped', '[]'
  from link where open and record_a % 9 = 3;
  insert into decision_record (decision_id, record_id, side, standing)
  select lpad(to_hex(record_a * 1000 + record_b), 32, '0')::uuid, case side when 1 then record_a else record_b end, side, true
  from link cross join (values (1), (2)) s(side) where open and record_a % 9 = 3`;

/** What the queue is: every pair looked at, and put in order whole. */
const plain = `
  with side as (
    select distinct d.id, x.side, m.golden_id
    from decision d join decision_record x on x.decision_id = d.id and x.standing join membership m on m.record_id = x.record_id
    where d.verdict = 'noMatch'
  ), apart as (
    select distinct least(x.golden_id, y.golden_id) as one, greatest(x.golden_id, y.golden_id) as other
    from side x join side y on y.id = x.id and x.side < y.side
  ), placed as (
    select l.record_a as a, l.record_b as b, l.weight, l.review, x.golden_id as one, y.golden_id as other,
      row_number() over (
        partition by least(x.golden_id, y.golden_id), greatest(x.golden_id, y.golden_id) order by weight desc, record_a, record_b
      ) as place
    from link l join membership x on x.record_id = l.record_a join membership y on y.record_id = l.record_b
    where l.collection = 'customers' and l.open
  ), review_with as (
    select p.a, p.b, p.weight::float8, p.review, array[r.source, q.source] as sources, s.due_at as "dueAt", s.claimed_by as "claimedBy",
      coalesce(s.claimed_until > $1, false) as claimed, coalesce(s.skipped_weight = p.weight, false) as skipped,
      coalesce((select reads * power(0.5, extract(epoch from $1 - counted_at)::float8 / 2592000) from golden_read where golden_id = one), 0)
        + coalesce((select reads * power(0.5, extract(epoch from $1 - counted_at)::float8 / 2592000) from golden_read where golden_id = other), 0)
        as reads
    from placed p join record r on r.id = p.a join record q on q.id = p.b
    left join review s on s.record_a = p.a and s.record_b = p.b
    where place = 1 and not exists (
      select from apart where apart.one = least(p.one, p.other) and apart.other = greatest(p.one, p.other)
    )
  )
  select *, -(1 + reads) / (1 + power(2::float8, -weight)) as "byPriority" from review_with`;

interface PlainReview {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly review: boolean;
  readonly sources: readonly string[];
  readonly dueAt: Date | null;
  readonly claimedBy: string | null;
  readonly claimed: boolean;
  readonly skipped: boolean;
  readonly byPriority: number;
}

const at = new Date();
const threshold = 4;

/** By what the reviews of an order are ordered, the least first: one after the other where the first is equal. */
const orders: Readonly<Record<ReviewFilter['sort'], (review: PlainReview) => readonly number[]>> = {
  priority: ({ byPriority }) => [byPriority],
  weight: ({ weight }) => [-weight],
  '-weight': ({ weight }) => [weight],
  dueAt: ({ dueAt, weight }) => (dueAt ? [0, dueAt.getTime()] : [1, -weight]),
  uncertainty: ({ weight }) => [Math.abs(weight - threshold)],
};

function expected(all: readonly PlainReview[], filter: ReviewFilter): string[] {
  const key = (review: PlainReview): readonly number[] => [...orders[filter.sort](review), review.a, review.b];
  return all
    .filter((review) => isOpenTo(filter, review) && isOfKind(filter, review))
    .sort((x, y) => compare(key(x), key(y)))
    .map(({ a, b }) => `${a}-${b}`);
}

/** Whether what stewards have done with a review is as it is asked for. */
function isOpenTo({ skipped, claimed, assignee, dueBefore }: ReviewFilter, review: PlainReview): boolean {
  return (
    review.skipped === skipped &&
    (claimed === undefined || review.claimed === claimed) &&
    (assignee === undefined || (review.claimed && review.claimedBy === assignee)) &&
    (dueBefore === undefined || (review.dueAt !== null && review.dueAt < dueBefore))
  );
}

/** Whether its pair is. */
function isOfKind({ minWeight = -Infinity, maxWeight = Infinity, reason, source }: ReviewFilter, review: PlainReview) {
  return (
    review.weight >= minWeight &&
    review.weight <= maxWeight &&
    (reason === undefined || review.review === (reason === 'uncertain')) &&
    (source === undefined || review.sources.includes(source))
  );
}

function compare(x: readonly number[], y: readonly number[]): number {
  const place = x.findIndex((value, index) => value !== y[index]);
  return place < 0 ? 0 : (x[place] ?? 0) - (y[place] ?? 0);
}

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 3 });

const filters: fc.Arbitrary<ReviewFilter> = fc.record({
  sort: fc.constantFrom('priority', 'priority', 'weight', '-weight', 'dueAt', 'uncertainty'),
  skipped: fc.boolean(),
  claimed: optional(fc.boolean()),
  assignee: optional(fc.constantFrom('ada', 'bo', 'cy')),
  minWeight: optional(fc.constantFrom(-1, 3, 3.1, 45)),
  maxWeight: optional(fc.constantFrom(0, 8, 60)),
  reason: optional(fc.constantFrom('uncertain', 'separated')),
  source: optional(fc.constantFrom('crm', 'shop', 'none')),
  dueBefore: optional(fc.constantFrom(1, 3).map((days) => new Date(at.getTime() + days * 86_400_000))),
  threshold: fc.constant(threshold),
  at: fc.constant(at),
});

describe('The review queue', () => {
  let aurum: RunningAurum;
  let all: readonly PlainReview[];
  const repository = new ReviewsRepository();

  beforeAll(async () => {
    aurum = await startAurum({ configuration: { role: 'api' } });
    for (const statement of seed.split(';\n')) await aurum.database.query(statement);
    await aurum.database.query('analyze');
    all = await aurum.database.query<PlainReview>(plain, [at]);
  }, 60_000);

  afterAll(() => aurum.close());

  /** All pages, one after the other. */
  const pages = async (filter: ReviewFilter, limit: number): Promise<string[]> => {
    const found: string[] = [];
    for (let after: ReviewPosition | undefined; ;) {
      const rows = await repository.list(aurum.database, 'customers', filter, after, limit);
      found.push(...rows.map(({ a, b }) => `${a}-${b}`));
      const last = rows.at(-1);
      if (!last || rows.length < limit) return found;
      after = [last.rank, last.a, last.b];
    }
  };

  it('holds what there is to be told apart', () => {
    const of = (those: (review: PlainReview) => boolean): number => all.filter(those).length;
    const weightOf = new Map(all.map(({ byPriority, weight }) => [byPriority, weight]));
    expect(of(({ weight, byPriority }) => weightOf.get(byPriority) !== weight)).toBeGreaterThan(5);
    expect(of(({ skipped }) => skipped)).toBeGreaterThan(5);
    expect(of(({ claimed }) => claimed)).toBeGreaterThan(20);
    expect(of(({ dueAt }) => dueAt !== null)).toBeGreaterThan(20);
  });

  it.each(['priority', 'weight', '-weight', 'dueAt', 'uncertainty'] as const)(
    'is complete and in order by %s, page after page',
    async (sort) => {
      const filter: ReviewFilter = { sort, skipped: false, threshold, at };
      expect(await pages(filter, 7)).toEqual(expected(all, filter));
    },
  );

  it('is what all pairs, looked at one by one and put in order, say, whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 60 }), async (filter, limit) => {
        expect(await pages(filter, limit)).toEqual(expected(all, filter));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

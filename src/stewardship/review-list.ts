import { halfLifeSeconds } from '../golden/golden-reads.js';
import type { ReviewFilter, ReviewPosition } from './review-filter.js';

/**
 * Open links in the order in which a list wants them, with what it is ordered by. What is dear to know of a pair is asked for
 * afterwards, pair by pair until the page is full.
 */
interface OrderedPairs {
  /** Gives `a`, `b`, `weight`, `review` and `rank`. */
  readonly pairs: string;
  /** As the pairs `l` come. */
  readonly order: string;
  /** What else must hold of the pair `l` and its review `s`. */
  readonly where?: string;
  /** What must not be there for the golden records of `x` and `y`. */
  readonly unless?: readonly string[];
}

/** The parameters of a list, in the order of `reviewListParameters`. */
const [collection, at, minWeight, maxWeight, uncertain, source] = ['$1', '$2::timestamptz', '$3', '$4', '$5', '$6'];
const [dueBefore, skipped, assignee, claimed] = ['$7', '$8', '$9', '$10'];
const [afterRank, afterA, afterB, limit] = ['$11::float8', '$12::bigint', '$13::bigint', '$14'];
/** Only where the list is ordered by it. */
const threshold = '$15::float8';

/** The probability of a match as an index holds it. The greater it is, times one more than the reads, the less is the rank. */
const probability = (weight: string): string => `(1 / (1 + power(2::float8, -${weight})))`;
/** By due date the reviews that have none come after all others. */
const dueRank = `extract(epoch from due_at)::float8 - 1e12`;

/** The recent reads, as they have decayed by a time: see `GoldenReads`. */
const decayed = (time: string): string =>
  `reads * power(0.5, extract(epoch from ${time} - counted_at)::float8 / ${halfLifeSeconds})`;

/** The recent reads of a golden record. */
export const readsOf = (goldenId: string, time: string): string =>
  `coalesce((select ${decayed(time)} from golden_read where golden_id = ${goldenId}), 0)`;

/** What stewards have done with the review `s` of a pair of some weight, as it counts at a time. */
export const reviewState = (weight: string, time: string): string =>
  `s.due_at as "dueAt", s.claimed_by as "claimedBy", case when s.claimed_until > ${time} then s.claimed_until end as "claimedUntil",
  s.skipped_by as "skippedBy", case when s.skipped_weight = ${weight} then s.skipped_at end as "skippedAt",
  s.skip_reason as "skipReason"`;

const pair = 'record_a as a, record_b as b, weight, review';

/** Open links as an index has them. @param rank what they are ordered by @param from where a page goes on, so that the index knows */
function walk(order: string, rank: string, from = 'true', where?: string): OrderedPairs {
  const pairs = `select ${pair}, (${rank})::float8 as rank from link where collection = ${collection} and open and (${afterRank} is null or ${from})`;
  return { pairs, order, ...(where !== undefined && { where }) };
}

/** Few enough pairs to be put in order first. `offset 0` keeps the planner from asking for all else before. */
function sorted(pairs: string): OrderedPairs {
  return { pairs: `${pairs} order by rank, a, b offset 0`, order: 'l.rank' };
}

const strongestFirst = (where?: string): OrderedPairs =>
  walk('l.weight desc', '-weight', `weight <= -${afterRank}`, where);

/** Pairs of golden records that were read, each record with the reads of its golden record. */
const read = sorted(`
  with hot as materialized (
    select record_id, ${decayed(at)} as reads from golden_read join membership using (golden_id)
  )
  select ${pair}, -(1 + (coalesce(one.reads, 0) + coalesce(other.reads, 0))) / (1 + power(2::float8, -weight)) as rank
  from link left join hot one on one.record_id = record_a left join hot other on other.record_id = record_b
  where collection = ${collection} and open and (one.record_id is not null or other.record_id is not null)`);

const unread: OrderedPairs = {
  ...walk(`${probability('l.weight')} desc`, `-${probability('weight')}`, `${probability('weight')} <= -${afterRank}`),
  unless: ['select 1 from golden_read where golden_id in (x.golden_id, y.golden_id)'],
};

const due = sorted(`
  select ${pair}, ${dueRank} as rank from review join link using (record_a, record_b)
  where collection = ${collection} and open and due_at is not null`);

const notDue = strongestFirst('s.due_at is null');

/** What is gone through for each order. Several are merged. */
const orders: Readonly<Record<ReviewFilter['sort'], readonly OrderedPairs[]>> = {
  priority: [read, unread],
  weight: [strongestFirst()],
  '-weight': [walk('l.weight', 'weight', `weight >= ${afterRank}`)],
  dueAt: [due, notDue],
  uncertainty: [
    walk('l.weight', `weight - ${threshold}`, 'true', `l.weight >= ${threshold}`),
    walk('l.weight desc', `${threshold} - weight`, 'true', `l.weight < ${threshold}`),
  ],
};

/** The same of the pairs that stewards have done something with, however few of all they are. */
const ranks: Readonly<Record<ReviewFilter['sort'], string>> = {
  priority: `-(1 + (${readsOf('x.golden_id', at)} + ${readsOf('y.golden_id', at)})) / (1 + power(2::float8, -weight))`,
  weight: '-weight',
  '-weight': 'weight',
  dueAt: `coalesce(${dueRank}, -weight)`,
  uncertainty: `abs(weight - ${threshold})`,
};

const touched = (sort: ReviewFilter['sort']): OrderedPairs =>
  sorted(`
  select ${pair}, (${ranks[sort]})::float8 as rank
  from review join link using (record_a, record_b)
  join membership x on x.record_id = record_a join membership y on y.record_id = record_b
  where collection = ${collection} and open`);

/** What the statement of a list is given. */
export function reviewListParameters(
  ofCollection: string,
  filter: ReviewFilter,
  after: ReviewPosition | undefined,
  most: number,
): unknown[] {
  return [
    ofCollection,
    filter.at,
    filter.minWeight ?? null,
    filter.maxWeight ?? null,
    filter.reason === undefined ? null : filter.reason === 'uncertain',
    filter.source ?? null,
    filter.dueBefore ?? null,
    filter.skipped,
    filter.assignee ?? null,
    filter.claimed ?? null,
    ...(after ?? [null, 0, 0]),
    most,
    ...(filter.sort === 'uncertainty' ? [filter.threshold ?? 0] : []),
  ];
}

/** The statement of a list. */
export function reviewList(filter: ReviewFilter): string {
  const ofTouched =
    filter.skipped || filter.claimed === true || filter.assignee !== undefined || filter.dueBefore !== undefined;
  const lists = (ofTouched ? [touched(filter.sort)] : orders[filter.sort]).map(reviews);
  return `select * from (${lists.join(' union all ')}) list order by rank, a, b limit ${limit}`;
}

function reviews({ pairs, order, where = 'true', unless = [] }: OrderedPairs): string {
  return `(
    select l.a, l.b, l.weight::float8 as weight, l.rank,
      (
        select count(*)::int
        from membership m join membership n on n.golden_id = y.golden_id
        join link o on o.record_a = least(m.record_id, n.record_id) and o.record_b = greatest(m.record_id, n.record_id)
        where m.golden_id = x.golden_id
      ) as pairs,
      ${readsOf('x.golden_id', at)} + ${readsOf('y.golden_id', at)} as reads, ${reviewState('l.weight', at)}
    from (${pairs}) l
    join membership x on x.record_id = l.a
    join membership y on y.record_id = l.b
    -- As a limit keeps it, this is a look into the index for each pair, however few pairs are expected.
    left join lateral (select * from review where record_a = l.a and record_b = l.b limit 1) s on true
    where ${where}
      and (${minWeight}::float8 is null or l.weight >= ${minWeight})
      and (${maxWeight}::float8 is null or l.weight <= ${maxWeight})
      and (${uncertain}::boolean is null or l.review = ${uncertain})
      and (${source}::text is null or exists (select from record r where r.id in (l.a, l.b) and r.source = ${source}))
      and (${dueBefore}::timestamptz is null or s.due_at < ${dueBefore})
      and coalesce(s.skipped_weight = l.weight, false) = ${skipped}
      and (${assignee}::text is null or (s.claimed_until > ${at} and s.claimed_by = ${assignee}))
      and (${claimed}::boolean is null or coalesce(s.claimed_until > ${at}, false) = ${claimed})
      and (${afterRank} is null or (l.rank, l.a, l.b) > (${afterRank}, ${afterA}, ${afterB}))
      -- In one, as the planner takes each such condition to leave half, and so few pairs not to be worth going through in order.
      and not exists (${[...unless, stronger('x', 'y'), stronger('y', 'x'), apart].join(' union all ')})
    order by ${order}, l.a, l.b
    limit ${limit}
  )`;
}

/** Pairs from a record of the one golden record to one of the other that are stronger than `l`. */
function stronger(from: string, to: string): string {
  return `
        select 1
        from membership m join link o on o.record_a = m.record_id and o.open join membership n on n.record_id = o.record_b
        where m.golden_id = ${from}.golden_id and n.golden_id = ${to}.golden_id
          and (o.weight > l.weight or (o.weight = l.weight and (o.record_a, o.record_b) < (l.a, l.b)))`;
}

/** Standing decisions that keep the two golden records apart. */
const apart = `
        select 1
        from membership m
        join decision_record u on u.record_id = m.record_id and u.standing
        join decision d on d.id = u.decision_id and d.verdict = 'noMatch'
        join decision_record v on v.decision_id = d.id and v.side <> u.side
        join membership n on n.record_id = v.record_id
        where m.golden_id = x.golden_id and n.golden_id = y.golden_id`;

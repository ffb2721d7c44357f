import { Command, CommandHandler, type CommandBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { permitsEntityTag } from '../platform/http/entity-tag.js';
import { Problem } from '../platform/http/problem.js';
import { readTimestamp } from '../platform/http/timestamp.js';
import type { Transaction } from '../platform/database/database.js';
import { ChangedMeanwhile, ComponentLock } from '../resolution/component-lock.js';
import type { LockedRecord } from '../resolution/locked-record.js';
import { DecisionMaker } from './decision-maker.js';
import { DecisionTransaction } from './decision-transaction.js';
import type { GoldenOutcome } from './decisions.dto.js';
import type { StewardRequest } from './merge-golden.js';
import { pairId, recordsOfEach } from './review-group.js';
import { pairOf, ReviewReader, type CurrentReview } from './review-reader.js';
import { ReviewStatesRepository } from './review-states.repository.js';
import type { Review, ReviewDecisionRequest, ReviewOutcome, ReviewScope } from './reviews.dto.js';

/**
 * Decides a review: that its two records are one thing, or are not, or that it is put off until its weight changes. Of a whole
 * group it says so of the records under review of all its golden records, in one decision.
 *
 * @throws Problem 404 where there is none, 409 where it is closed, decided, or claimed by another steward, 412 where
 * `If-Match` names another state of it, 422 where an expiry is past or not of a `noMatch`
 */
export class DecideReview extends Command<ReviewOutcome> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly said: ReviewDecisionRequest,
    readonly request: StewardRequest,
  ) {
    super();
  }
}

@CommandHandler(DecideReview)
export class DecideReviewHandler implements ICommandHandler<DecideReview> {
  constructor(
    private readonly transaction: DecisionTransaction,
    private readonly lock: ComponentLock,
    private readonly reader: ReviewReader,
    private readonly states: ReviewStatesRepository,
    private readonly maker: DecisionMaker,
  ) {}

  async execute({ domain, id, said, request }: DecideReview): Promise<ReviewOutcome> {
    const { by, preview } = request;
    const { decision: verdict, reason, supersede } = said;
    const expiresAt = expiryOf(said);
    return this.transaction.run(domain, preview, async (tx) => {
      const { locked, current } = await this.take(tx, domain, id, said.scope);
      checkOpen(current, said, request);
      const { kind, pairs, sides } = subjectOf(current, said.scope);
      const reviews = pairs.map(pairId);
      const claim = preview ? undefined : await this.states.claimedByAnother(tx, pairs, by);
      if (claim) throw claimedByAnother({ by: claim.by, until: claim.until.toISOString() });
      if (verdict === 'skip') {
        await this.states.skip(tx, pairs, by, reason);
        return { review: id, status: 'skipped', reviews, affectedDecisions: [], changes: [] };
      }
      const made = { domain, kind, verdict, sides, by, reason, expiresAt, supersede } as const;
      const outcome = await this.maker.make(tx, { ...made, locked, preview });
      await this.states.settle(tx, pairs);
      return { review: id, status: 'decided', reviews, ...outcome };
    });
  }

  /** Locks the records that a decision speaks of, and reads the review as it then stands. */
  private async take(tx: Transaction, domain: Domain, id: string, scope: ReviewScope = 'pair'): Promise<LockedReview> {
    const { a, b } = pairOf(domain, id);
    const seen = scope === 'group' ? (await this.reader.read(tx, domain, id)).joined : undefined;
    const locked = await this.lock.take(tx, [...new Set([a, b, ...(seen ? recordsOfEach(seen).flat() : [])])]);
    const current = await this.reader.read(tx, domain, id);
    const speaksOf = scope === 'group' && current.joined ? recordsOfEach(current.joined).flat() : [];
    if (!speaksOf.every((recordId) => locked.has(recordId)))
      throw new ChangedMeanwhile('The group has grown while it was being locked.');
    return { locked, current };
  }
}

/** A review as it stands, with all that is locked for a decision on it. */
interface LockedReview {
  readonly locked: ReadonlyMap<number, LockedRecord>;
  readonly current: CurrentReview;
}

/** What a decision speaks of: the records of the one pair, or of each golden record of the group. */
function subjectOf({ pair, joined }: CurrentReview, scope: ReviewScope = 'pair') {
  return scope === 'group' && joined && joined.goldenIds.length > 2
    ? ({ kind: 'group', pairs: joined.pairs, sides: recordsOfEach(joined) } as const)
    : ({ kind: 'review', pairs: [pair], sides: [[pair.a], [pair.b]] } as const);
}

/**
 * Adds to a review what a match of it would change, and to its group what a match of the group would; nothing to a review that
 * is not open, or has been decided or claimed meanwhile.
 */
export async function addPreviews(commands: CommandBus, domain: Domain, review: Review): Promise<void> {
  if (review.status !== 'open' && review.status !== 'skipped') return;
  const [ofPair, ofGroup] = [
    await previewOf(commands, domain, review, 'pair'),
    review.group && (await previewOf(commands, domain, review, 'group')),
  ];
  if (ofPair) review.preview = ofPair;
  if (review.group && ofGroup) review.group.preview = ofGroup;
}

async function previewOf(
  commands: CommandBus,
  domain: Domain,
  { id, claim }: Review,
  scope: ReviewScope,
): Promise<GoldenOutcome[] | undefined> {
  const request = { by: claim?.by ?? null, ifMatch: undefined, preview: true };
  try {
    return (await commands.execute(new DecideReview(domain, id, { decision: 'match', scope }, request))).changes;
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return undefined;
    throw error;
  }
}

function checkOpen({ review, tag }: CurrentReview, said: ReviewDecisionRequest, { by, ifMatch }: StewardRequest): void {
  const { status, closedBecause, decision, claim } = review;
  if (status === 'closed') throw reviewClosed(closedBecause);
  const overruled =
    said.decision === 'match' && said.supersede === true && review.records[0]?.goldenId !== review.records[1]?.goldenId;
  if (status === 'decided' && !overruled) throw reviewDecided(decision);
  if (claim && claim.by !== by) throw claimedByAnother(claim);
  if (!permitsEntityTag(ifMatch, tag)) throw reviewChanged(tag);
}

function expiryOf({ decision, expiresAt }: ReviewDecisionRequest): Date | undefined {
  if (expiresAt === undefined) return undefined;
  const expiry = readTimestamp(expiresAt);
  if (decision !== 'noMatch') throw invalidExpiry('is only for `noMatch`');
  if (!expiry || expiry.getTime() <= Date.now()) throw invalidExpiry('must be in the future');
  return expiry;
}

function invalidExpiry(message: string): Problem {
  return new Problem(422, 'Invalid body', 'The body is invalid.', [{ path: 'expiresAt', message }]);
}

function reviewClosed(because: Review['closedBecause']): Problem {
  const why = {
    sameGoldenRecord: 'Its records belong to one golden record meanwhile.',
    recordDeleted: 'A record of it was withdrawn.',
    notAlike: 'Its records are no longer alike.',
  }[because ?? 'notAlike'];
  return new Problem(409, 'Review closed', why);
}

function reviewDecided(decision: string | undefined): Problem {
  const how = 'Take it back first; against a noMatch a match may also say "supersede": true.';
  return new Problem(409, 'Review decided', `The standing decision ${decision} has settled it. ${how}`);
}

export function claimedByAnother({ by, until }: { by: string | null; until: string }): Problem {
  return new Problem(409, 'Review claimed', `${by ?? 'Another client'} has claimed it until ${until}.`);
}

function reviewChanged(tag: string): Problem {
  const detail = 'The review has changed. Read it again before you decide it.';
  return new Problem(412, 'Review changed', detail, undefined, { etag: tag });
}

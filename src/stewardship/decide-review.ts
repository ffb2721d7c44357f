import { Command, CommandHandler, type CommandBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { permitsEntityTag } from '../platform/http/entity-tag.js';
import { Problem } from '../platform/http/problem.js';
import { readTimestamp } from '../platform/http/timestamp.js';
import { ComponentLock } from '../resolution/component-lock.js';
import { DecisionMaker } from './decision-maker.js';
import { DecisionTransaction } from './decision-transaction.js';
import type { GoldenOutcome } from './decisions.dto.js';
import type { StewardRequest } from './merge-golden.js';
import { pairOf, ReviewReader, type CurrentReview } from './review-reader.js';
import { ReviewStatesRepository } from './review-states.repository.js';
import type { Review, ReviewDecisionRequest, ReviewOutcome } from './reviews.dto.js';

/**
 * Decides a review: that its two records are one thing, or are not, or that it is put off until its weight changes.
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
    const pair = pairOf(domain, id);
    return this.transaction.run(domain, preview, async (tx) => {
      const locked = await this.lock.take(tx, [pair.a, pair.b]);
      checkOpen(await this.reader.read(tx, domain, id), said, request);
      if (verdict === 'skip') {
        await this.states.skip(tx, pair, by, reason);
        return { review: id, status: 'skipped', affectedDecisions: [], changes: [] };
      }
      const sides = [[pair.a], [pair.b]] as const;
      const made = { domain, kind: 'review', verdict, sides, by, reason, expiresAt, supersede } as const;
      const outcome = await this.maker.make(tx, { ...made, locked, preview });
      await this.states.settle(tx, pair);
      return { review: id, status: 'decided', ...outcome };
    });
  }
}

/** What a match would change; nothing of a review that is not open, or has been decided or claimed meanwhile. */
export async function previewOf(
  commands: CommandBus,
  domain: Domain,
  { id, status, claim }: Review,
): Promise<GoldenOutcome[] | undefined> {
  if (status !== 'open' && status !== 'skipped') return undefined;
  const request = { by: claim?.by ?? null, ifMatch: undefined, preview: true };
  try {
    return (await commands.execute(new DecideReview(domain, id, { decision: 'match' }, request))).changes;
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

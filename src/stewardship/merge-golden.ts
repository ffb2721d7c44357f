import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Problem } from '../platform/http/problem.js';
import { CurrentGolden } from './current-golden.js';
import { DecisionMaker } from './decision-maker.js';
import { DecisionTransaction } from './decision-transaction.js';
import type { DecisionOutcome, MergeRequest } from './decisions.dto.js';

/** What a steward's request says beside its body. */
export interface StewardRequest {
  /** The name of the API key; null where the service asks for none. */
  readonly by: string | null;
  readonly ifMatch: string | undefined;
  readonly preview: boolean;
}

/**
 * Merges two golden records: says of all their records that they are one thing. The oldest id stays, the other redirects.
 *
 * @throws Problem as `CurrentGolden.take` and `DecisionMaker.make`, and 422 where both are the same
 */
export class MergeGolden extends Command<DecisionOutcome> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly merge: MergeRequest,
    readonly request: StewardRequest,
  ) {
    super();
  }
}

@CommandHandler(MergeGolden)
export class MergeGoldenHandler implements ICommandHandler<MergeGolden> {
  constructor(
    private readonly transaction: DecisionTransaction,
    private readonly goldens: CurrentGolden,
    private readonly maker: DecisionMaker,
  ) {}

  async execute({ domain, id, merge, request }: MergeGolden): Promise<DecisionOutcome> {
    if (merge.with === id) throw mergedWithItself();
    const { by, preview, ifMatch } = request;
    return this.transaction.run(domain, preview, async (tx) => {
      const { locked, members } = await this.goldens.take(tx, domain, [id, merge.with], ifMatch);
      const [one = [], other = []] = members.map((records) => records.map((record) => record.id));
      const { reason, supersede } = merge;
      const said = { domain, kind: 'merge', verdict: 'match', sides: [one, other] } as const;
      return this.maker.make(tx, { ...said, by, reason, supersede, locked, preview });
    });
  }
}

function mergedWithItself(): Problem {
  return new Problem(422, 'Invalid body', 'The body is invalid.', [{ path: 'with', message: 'must be another one' }]);
}

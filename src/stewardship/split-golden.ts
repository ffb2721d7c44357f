import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Problem, type FieldError } from '../platform/http/problem.js';
import type { LockedRecord } from '../resolution/locked-record.js';
import { CurrentGolden } from './current-golden.js';
import { DecisionMaker } from './decision-maker.js';
import { DecisionTransaction } from './decision-transaction.js';
import type { DecisionOutcome, SplitRequest } from './decisions.dto.js';
import type { StewardRequest } from './merge-golden.js';

/**
 * Splits records off a golden record: says that they are one thing, and that none of the others is that thing. The largest
 * part keeps the id.
 *
 * @throws Problem as `CurrentGolden.take`, and 422 where a record is not of the golden record, or none would stay
 */
export class SplitGolden extends Command<DecisionOutcome> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly split: SplitRequest,
    readonly request: StewardRequest,
  ) {
    super();
  }
}

@CommandHandler(SplitGolden)
export class SplitGoldenHandler implements ICommandHandler<SplitGolden> {
  constructor(
    private readonly transaction: DecisionTransaction,
    private readonly goldens: CurrentGolden,
    private readonly maker: DecisionMaker,
  ) {}

  async execute({ domain, id, split, request }: SplitGolden): Promise<DecisionOutcome> {
    const { by, preview, ifMatch } = request;
    return this.transaction.run(domain, preview, async (tx) => {
      const { locked, members } = await this.goldens.take(tx, domain, [id], ifMatch);
      const sides = partsOf(members[0] ?? [], split);
      const { reason } = split;
      return this.maker.make(tx, { domain, kind: 'split', verdict: 'noMatch', sides, by, reason, locked, preview });
    });
  }
}

function partsOf(members: readonly LockedRecord[], { records }: SplitRequest): [off: number[], rest: number[]] {
  const byName = new Map(members.map(({ id, source, sourceId }) => [`${source}/${sourceId}`, id]));
  const errors: FieldError[] = [];
  const off = new Set<number>();
  records.forEach(({ source, sourceId }, index) => {
    const id = byName.get(`${source}/${sourceId}`);
    if (id === undefined) errors.push({ path: `records.${index}`, message: 'is no record of this golden record' });
    else off.add(id);
  });
  const rest = members.map(({ id }) => id).filter((id) => !off.has(id));
  if (rest.length === 0) errors.push({ path: 'records', message: 'must leave at least one record' });
  if (errors.length > 0) throw new Problem(422, 'Invalid body', 'The golden record cannot be split so.', errors);
  return [[...off], rest];
}

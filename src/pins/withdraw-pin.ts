import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Problem } from '../platform/http/problem.js';
import type { StewardRequest } from '../stewardship/merge-golden.js';
import type { PinOutcome } from './pin.dto.js';
import { PinWriter } from './pin-writer.js';
import { PinsRepository } from './pins.repository.js';

/** Takes back what is pinned of an attribute of a golden record: every pin of it that stands there. */
export class WithdrawPin extends Command<PinOutcome> {
  constructor(
    readonly domain: Domain,
    readonly goldenId: string,
    readonly attribute: string,
    readonly reason: string | undefined,
    readonly request: StewardRequest,
  ) {
    super();
  }
}

@CommandHandler(WithdrawPin)
export class WithdrawPinHandler implements ICommandHandler<WithdrawPin> {
  constructor(
    private readonly writer: PinWriter,
    private readonly repository: PinsRepository,
  ) {}

  /** @throws Problem as `PinWriter.change`, and 404 where the attribute is not pinned */
  async execute({ domain, goldenId, attribute, reason, request }: WithdrawPin): Promise<PinOutcome> {
    return this.writer.change(domain, goldenId, attribute, request, async (tx, { standing }) => {
      if (standing.length === 0) throw notPinned(attribute);
      const ending = { cause: 'withdrawn', by: request.by, reason: reason ?? null } as const;
      return { ended: await this.repository.end(tx, standing, ending) };
    });
  }
}

function notPinned(attribute: string): Problem {
  return new Problem(404, 'Not pinned', `The attribute '${attribute}' of this golden record is not pinned.`);
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { GoldenMembers } from '../golden/golden-members.js';
import type { ClaimedOperation } from '../operations/background-operations.js';
import {
  LongOperations,
  type LongOperation,
  type LongOutcome,
  type ReportProgress,
} from '../operations/long-operations.js';
import { OperationStarter } from '../operations/operation-starter.js';
import type { OperationView } from '../operations/operation-view.js';
import { StandingPins } from '../pins/standing-pins.js';
import { Database } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { compileRules } from '../survivorship/compile-rules.js';
import type { SurvivorshipRules } from '../survivorship/rules.js';
import { survive } from '../survivorship/survive.js';
import { ActiveRules } from './active-rules.js';
import { validRules } from './replace-rules.js';
import { RulesPreviewCount } from './rules-preview-count.js';
import type { RulesPreviewResult } from './rules-preview.dto.js';

/** Rules to be held against those in force. */
interface PreviewPayload {
  readonly rules: SurvivorshipRules;
}

const goldenRecordsAtOnce = 250;

/** Finds out what survivorship rules would change, and changes nothing. */
export class PreviewRules extends Command<OperationView> {
  constructor(
    readonly domain: Domain,
    /** JSON of any shape. */
    readonly given: unknown,
  ) {
    super();
  }
}

@CommandHandler(PreviewRules)
export class PreviewRulesHandler implements ICommandHandler<PreviewRules> {
  constructor(private readonly operations: OperationStarter) {}

  /** @throws Problem 422 with all that is wrong with the rules */
  async execute({ domain, given }: PreviewRules): Promise<OperationView> {
    const payload: PreviewPayload = { rules: validRules(domain, given) };
    return this.operations.start('survivorshipPreview', domain.collection, { payload, expected: 0 });
  }
}

/** Computes every golden record by the rules in force and by others, some at a time, and counts what differs. */
@Injectable()
export class RulesPreview implements LongOperation, OnModuleInit {
  readonly kind = 'survivorshipPreview';

  constructor(
    private readonly operations: LongOperations,
    private readonly database: Database,
    private readonly domains: DomainRegistry,
    private readonly active: ActiveRules,
    private readonly members: GoldenMembers,
    private readonly pins: StandingPins,
  ) {}

  onModuleInit(): void {
    this.operations.register(this);
  }

  async run(operation: ClaimedOperation, progress: ReportProgress): Promise<LongOutcome> {
    const payload = operation.payload as PreviewPayload;
    const domain = this.domains.get(operation.collection ?? '');
    const current = await this.active.current(this.database, domain);
    const before = compileRules(domain.attributes, current.rules);
    const after = compileRules(domain.attributes, payload.rules);
    const total = await this.members.countGolden(this.database, domain.collection);
    const count = new RulesPreviewCount(Object.keys(domain.attributes));
    for await (const page of this.members.pages(this.database, domain.collection, goldenRecordsAtOnce)) {
      const ids = [...page.values()].flat();
      const [members, pins] = [await this.members.of(this.database, ids), await this.pins.of(this.database, ids)];
      for (const [goldenId, recordIds] of page) {
        const records = recordIds.flatMap((id) => members.get(id) ?? []);
        const borne = recordIds.flatMap((id) => pins.get(id) ?? []);
        count.add(goldenId, survive(records, before, borne), survive(records, after, borne));
      }
      await progress(count.goldenRecords, Math.max(total, count.goldenRecords));
    }
    const result: RulesPreviewResult = { version: current.version, ...count.result() };
    return { result };
  }
}

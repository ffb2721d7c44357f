import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  BackgroundOperations,
  type BackgroundOperation,
  type ClaimedOperation,
  type Step,
} from '../operations/background-operations.js';
import { noCounts } from '../operations/operation.js';
import type { Transaction } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { BatchResolver } from '../resolution/batch-resolver.js';
import { ChangedMeanwhile, ComponentLock } from '../resolution/component-lock.js';
import { RulesRepository } from './rules.repository.js';

const recordsInStep = 500;

/** Where the application of rules stands. */
interface ApplicationPayload {
  /** The last record that is done. */
  readonly after: number;
}

/**
 * Computes every golden record of a collection by the rules in force, in steps of one transaction.
 *
 * The records are gone through, and of each the golden record is computed that it is in. So none is missed, whatever else is
 * going on: a golden record that was written by older rules was written by a transaction that had its records locked when
 * these rules came into force, and the step that comes to the first of them waits for that lock.
 */
@Injectable()
export class ApplyRules implements BackgroundOperation, OnModuleInit {
  readonly kind = 'survivorship';

  constructor(
    private readonly operations: BackgroundOperations,
    private readonly domains: DomainRegistry,
    private readonly repository: RulesRepository,
    private readonly lock: ComponentLock,
    private readonly resolver: BatchResolver,
  ) {}

  onModuleInit(): void {
    this.operations.register(this);
  }

  afterStep(): void {
    return;
  }

  async step(tx: Transaction, operation: ClaimedOperation): Promise<Step> {
    const { after } = operation.payload as ApplicationPayload;
    const domain = this.domains.get(operation.collection ?? '');
    const records = await this.repository.recordsAfter(tx, domain.collection, after, recordsInStep);
    const locked = await this.lock.take(tx, records).catch(onlyIfChanged);
    // Others keep changing these records: the step is taken again, as often as it needs.
    if (!locked) return { payload: operation.payload, counts: noCounts, complete: false };
    const first = new Map<string, number>();
    for (const { id, goldenId, deleted } of locked.values())
      if (goldenId !== null && !deleted) first.set(goldenId, Math.min(id, first.get(goldenId) ?? id));
    // A golden record is computed with the first of its records, and not once more with each of the others.
    const due = new Set(records);
    const changed = new Set([...first.values()].filter((id) => due.has(id)));
    const versions = await this.resolver.recompute(tx, domain, locked, changed);
    const accepted = Math.min(versions.length, records.length);
    return {
      payload: { after: records.at(-1) ?? after },
      counts: { ...noCounts, received: records.length, accepted, unchanged: records.length - accepted },
      complete: records.length < recordsInStep,
    };
  }
}

function onlyIfChanged(error: unknown): undefined {
  if (!(error instanceof ChangedMeanwhile)) throw error;
}

import { isDeepStrictEqual } from 'node:util';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { OperationWakeUp } from '../operations/operation-wake-up.js';
import { OperationWriter } from '../operations/operation-writer.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { Problem } from '../platform/http/problem.js';
import { checkMappings } from './check-mappings.js';
import type { Source, SourceDefinition } from './source.js';
import { SourcesRepository } from './sources.repository.js';

/** Where the reprocessing of a source stands. */
export interface ReprocessingPayload {
  readonly collections: readonly string[];
  /** The last record that is done. */
  readonly after: { readonly collection: string; readonly sourceId: string };
}

export interface RegisteredSource {
  readonly source: Source;
  readonly isNew: boolean;
  /** The operation that reads the source's records again. */
  readonly operation: string | undefined;
}

/** Registers a source or replaces what it says. Records held that depend on it are read again. @throws Problem 422 */
export class RegisterSource extends Command<RegisteredSource> {
  constructor(
    readonly source: string,
    readonly definition: SourceDefinition,
  ) {
    super();
  }
}

@CommandHandler(RegisterSource)
export class RegisterSourceHandler implements ICommandHandler<RegisterSource> {
  constructor(
    private readonly database: Database,
    private readonly repository: SourcesRepository,
    private readonly domains: DomainRegistry,
    private readonly operations: OperationWriter,
    private readonly wakeUp: OperationWakeUp,
  ) {}

  async execute({ source, definition }: RegisterSource): Promise<RegisteredSource> {
    const errors = checkMappings(definition.mappings, this.domains);
    if (errors.length > 0) throw new Problem(422, 'Invalid source', 'The mappings of the source are invalid.', errors);
    const registered = await this.database.transaction(async (tx) => {
      const fresh = await this.repository.insert(tx, source, definition);
      return fresh ? { source: fresh, isNew: true, operation: undefined } : this.replace(tx, source, definition);
    });
    if (registered.operation !== undefined) await this.wakeUp.signal();
    return registered;
  }

  private async replace(tx: Transaction, source: string, definition: SourceDefinition): Promise<RegisteredSource> {
    const held = await this.repository.lock(tx, source);
    if (!held) throw new Error(`The source ${source} is neither new nor held.`);
    const collections = this.domains.all
      .map(({ collection }) => collection)
      .filter((collection) => isReadAnew(collection, held, definition));
    const version = collections.length > 0 ? held.version + 1 : held.version;
    const replaced = (await this.repository.update(tx, source, definition, version)) ?? held;
    const expected = collections.length > 0 ? await this.repository.countRecords(tx, source, collections) : 0;
    if (expected === 0) return { source: replaced, isNew: false, operation: undefined };
    const payload: ReprocessingPayload = { collections, after: { collection: '', sourceId: '' } };
    const operation = await this.operations.startInBackground(
      tx,
      { kind: 'reprocessing', collection: null, source },
      { payload, expected },
    );
    return { source: replaced, isNew: false, operation };
  }
}

/** Whether what is held of a collection depends on what changes. */
function isReadAnew(collection: string, before: SourceDefinition, after: SourceDefinition): boolean {
  return (
    before.trust !== after.trust ||
    before.duplicateFree !== after.duplicateFree ||
    before.defaultRegion !== after.defaultRegion ||
    !isDeepStrictEqual(before.mappings[collection], after.mappings[collection])
  );
}

import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { canonicalize } from '../domain/canonicalize.js';
import type { Domain, StandardizationContext } from '../domain/domain.js';
import { storeForm } from '../matching/stored-form.js';
import type { FieldError } from '../platform/http/problem.js';
import { blockKeyHashes } from '../resolution/candidates.js';
import { SourceCatalog } from '../sources/source-catalog.js';
import type { Mapped } from '../sources/source-mapping.js';
import type { Source } from '../sources/source.js';
import { digestJson, UnstorableDocument } from './json-digest.js';
import type { Prepared, PreparedRecord } from './prepared-record.js';
import { isRejected, reject, type InputLine, type RecordLine, type RejectedLine } from './record-line.js';

/** So many records are worked out before others get their turn. */
const slice = 50;

interface Digested {
  readonly line: RecordLine;
  readonly data: unknown;
  readonly json: string;
  readonly contentHash: Buffer;
}

/** Works out of lines what is stored of them. Touches no store. */
@Injectable()
export class RecordPreparation {
  private readonly logger = new Logger(RecordPreparation.name);

  constructor(private readonly catalog: SourceCatalog) {}

  async prepare(domain: Domain, source: Source, lines: readonly InputLine[]): Promise<Prepared> {
    const records: PreparedRecord[] = [];
    const rejected: RejectedLine[] = [];
    const mapping = this.catalog.mapping(source, domain);
    for (let start = 0; start < lines.length; start += slice) {
      if (start > 0) await setImmediate();
      const digested: Digested[] = [];
      for (const line of lines.slice(start, start + slice)) {
        const outcome = isRejected(line) ? line : digest(line);
        if ('errors' in outcome) rejected.push(outcome);
        else digested.push(outcome);
      }
      const answer = mapping.apply(digested);
      const mapped = answer instanceof Promise ? await answer : answer;
      for (const [index, record] of digested.entries()) {
        const outcome = this.finish(domain, source, record, mapped[index]);
        if ('errors' in outcome)
          rejected.push(reject(record.line.line, record.line.sourceId, record.line.input, outcome.errors));
        else records.push(outcome);
      }
    }
    rejected.sort((a, b) => a.line - b.line);
    return { sourceVersion: source.version, records, rejected };
  }

  private finish(
    domain: Domain,
    source: Source,
    { line, json, contentHash }: Digested,
    mapped: Mapped | undefined,
  ): PreparedRecord | { readonly errors: readonly FieldError[] } {
    if (!mapped || 'errors' in mapped) return { errors: mapped?.errors ?? [] };
    const context: StandardizationContext =
      source.defaultRegion === null ? {} : { defaultRegion: source.defaultRegion };
    try {
      const canonicalization = canonicalize(domain.attributes, mapped.raw, context);
      if (!canonicalization.ok) return { errors: locate(source, domain, canonicalization.errors) };
      const { canonical, flags } = canonicalization;
      const standard = domain.standardize(canonical, context);
      return {
        line,
        data: json,
        contentHash,
        canonical: JSON.stringify(canonical),
        flags: flags.length > 0 ? JSON.stringify(flags) : null,
        standard: JSON.stringify(storeForm(domain.features, standard)),
        blockKeys: blockKeyHashes(domain, standard),
      };
    } catch (error) {
      // A record that a domain cannot take must not cost the others of its batch.
      this.logger.error({ err: error, collection: domain.collection }, 'A record could not be standardized');
      return { errors: [{ path: 'data', message: 'cannot be standardized' }] };
    }
  }
}

function digest(line: RecordLine): Digested | RejectedLine {
  try {
    const contentHash = digestJson(line.data);
    return { line, data: line.data, json: JSON.stringify(line.data), contentHash };
  } catch (error) {
    if (!(error instanceof UnstorableDocument)) throw error;
    const path = error.path === '' ? 'data' : `data.${error.path}`;
    return reject(line.line, line.sourceId, line.input, [{ path, message: error.message }]);
  }
}

/** Paths as the client knows them: in its own data where there is no mapping, else the canonical attribute. */
function locate(source: Source, domain: Domain, errors: readonly FieldError[]): readonly FieldError[] {
  if (source.mappings[domain.collection]) return errors;
  return errors.map(({ path, message }) => ({ path: path === '' ? 'data' : `data.${path}`, message }));
}

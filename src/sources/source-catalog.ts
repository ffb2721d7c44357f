import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { ExpressionSandbox } from './expression-sandbox.js';
import { SourceMapping } from './source-mapping.js';
import type { Source } from './source.js';
import { SourcesRepository } from './sources.repository.js';

/** So many sources and mappings are remembered. */
const most = 1_000;

/** The registered sources and their compiled mappings. */
@Injectable()
export class SourceCatalog {
  private readonly compiled = new Map<string, SourceMapping>();
  private readonly read = new Map<string, Source>();

  constructor(
    private readonly database: Database,
    private readonly repository: SourcesRepository,
    private readonly sandbox: ExpressionSandbox,
  ) {}

  /** @throws Problem 404 when the source is not registered */
  async get(source: string): Promise<Source> {
    const found = await this.repository.find(this.database, source);
    if (!found) throw sourceUnknown(source);
    if (this.read.size >= most) this.read.clear();
    this.read.set(source, found);
    return found;
  }

  /**
   * A source as this process has read it last, which spares reading it. Whoever writes by it holds it, and gets it anew where that
   * tells another version: all by which records are prepared is the same in the same version.
   *
   * @throws Problem 404 when the source is not registered
   */
  async recent(source: string): Promise<Source> {
    return this.read.get(source) ?? this.get(source);
  }

  /**
   * Keeps the source as it is until the transaction ends.
   *
   * @returns its version
   * @throws Problem 404 when the source is not registered
   */
  async hold(tx: Transaction, source: string): Promise<number> {
    const version = await this.repository.version(tx, source);
    if (version === undefined) throw sourceUnknown(source);
    return version;
  }

  /** The compiled mapping of a source's records of one collection. */
  mapping(source: Source, domain: Domain): SourceMapping {
    const key = `${source.source} ${source.version} ${domain.collection}`;
    const known = this.compiled.get(key);
    if (known) return known;
    if (this.compiled.size >= most) this.compiled.clear();
    const mapping = new SourceMapping(domain, source.mappings[domain.collection], this.sandbox);
    this.compiled.set(key, mapping);
    return mapping;
  }
}

export function sourceUnknown(source: string): Problem {
  return new Problem(404, 'Source not found', `No source '${source}' is registered.`);
}

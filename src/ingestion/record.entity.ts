import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { CanonicalRecord } from '../domain/attribute.js';
import type { StandardForm } from '../matching/model.js';
import type { FieldError } from '../platform/http/problem.js';

/** A record of a source, as it was given and as it was read. Only ingestion writes it. */
@Entity('record')
@Unique('record_source_id', ['source', 'collection', 'sourceId'])
export class RecordEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: number;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ type: 'text' })
  source!: string;
  @Column({ name: 'source_id', type: 'text' })
  sourceId!: string;
  @Column({ type: 'json' })
  data!: Readonly<Record<string, unknown>>;
  @Column({ type: 'json' })
  canonical!: CanonicalRecord;
  @Column({ type: 'json', nullable: true })
  flags!: readonly FieldError[] | null;
  @Column({ type: 'json' })
  standard!: StandardForm;
  @Column({ name: 'block_keys', type: 'bigint', array: true })
  blockKeys!: number[];
  @Column({ name: 'content_hash', type: 'bytea' })
  contentHash!: Buffer;
  @Column({ name: 'observed_at', type: 'timestamptz', precision: 3 })
  observedAt!: Date;
  @Column({ name: 'received_at', type: 'timestamptz', precision: 3 })
  receivedAt!: Date;
  @Column({ type: 'integer', default: 1 })
  revision!: number;
  @Column({ name: 'source_version', type: 'integer' })
  sourceVersion!: number;
  @Column({ type: 'boolean', default: false })
  deleted!: boolean;
}

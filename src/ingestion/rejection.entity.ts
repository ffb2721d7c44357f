import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { FieldError } from '../platform/http/problem.js';

/** A line of the input that was rejected, and why. */
@Entity('rejection')
@Index('rejection_operation', ['operationId', 'id'])
@Index('rejection_source', ['collection', 'source', 'id'])
export class RejectionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: number;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ type: 'text' })
  source!: string;
  @Column({ name: 'operation_id', type: 'uuid' })
  operationId!: string;
  @Column({ type: 'integer' })
  line!: number;
  @Column({ name: 'source_id', type: 'text', nullable: true })
  sourceId!: string | null;
  @Column({ type: 'text', nullable: true })
  input!: string | null;
  @Column({ type: 'json' })
  errors!: readonly FieldError[];
  @Column({ name: 'rejected_at', type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  rejectedAt!: Date;
}

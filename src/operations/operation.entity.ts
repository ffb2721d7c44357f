import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ProblemDetails } from './problem-details.js';

/** Long work, and what has come of it. */
@Entity('operation')
@Check('operation_state', `state in ('running', 'succeeded', 'failed')`)
@Index('operation_running', ['createdAt'], { where: `state = 'running'` })
export class OperationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'text' })
  kind!: string;
  @Column({ type: 'text', nullable: true })
  collection!: string | null;
  @Column({ type: 'text', nullable: true })
  source!: string | null;
  @Column({ type: 'text' })
  state!: string;
  @Column({ name: 'input_complete', type: 'boolean', default: false })
  inputComplete!: boolean;
  @Column({ type: 'bigint', nullable: true })
  expected!: number | null;
  @Column({ type: 'bigint', default: 0 })
  received!: number;
  @Column({ type: 'bigint', default: 0 })
  accepted!: number;
  @Column({ type: 'bigint', default: 0 })
  unchanged!: number;
  @Column({ type: 'bigint', default: 0 })
  stale!: number;
  @Column({ type: 'bigint', default: 0 })
  rejected!: number;
  @Column({ type: 'bigint', nullable: true })
  quarantined!: number | null;
  @Column({ type: 'json', nullable: true })
  payload!: unknown;
  @Column({ type: 'integer', default: 0 })
  attempts!: number;
  @Column({ type: 'json', nullable: true })
  result!: unknown;
  @Column({ type: 'json', nullable: true })
  error!: ProblemDetails | null;
  @Column({ name: 'lease_until', type: 'timestamptz', precision: 3, nullable: true })
  leaseUntil!: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}

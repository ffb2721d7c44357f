import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * What is still to be resolved: a queue to which rows are only added, and which a worker empties from its start. What is to
 * be resolved once more has ids of another sequence, beyond all others.
 */
@Entity('pending')
@Index('pending_record', ['recordId'])
@Index('pending_operation', ['operationId'], { where: 'operation_id is not null' })
export class PendingEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: number;
  @Column({ name: 'record_id', type: 'bigint' })
  recordId!: number;
  @Column({ name: 'operation_id', type: 'uuid', nullable: true })
  operationId!: string | null;
  @Column({ name: 'removed_keys', type: 'bigint', array: true, nullable: true })
  removedKeys!: number[] | null;
  /** Whether the record's content may be another than its golden record was computed from. */
  @Column({ name: 'content_changed', type: 'boolean', default: true })
  contentChanged!: boolean;
  @Column({ name: 'enqueued_at', type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  enqueuedAt!: Date;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A record that is set aside, and why. */
@Entity('quarantine')
@Index('quarantine_operation', ['operationId'], { where: 'operation_id is not null' })
export class QuarantineEntity {
  @PrimaryColumn({ name: 'record_id', type: 'bigint' })
  recordId!: number;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ name: 'operation_id', type: 'uuid', nullable: true })
  operationId!: string | null;
  @Column({ type: 'text' })
  reason!: string;
  @Column({ name: 'quarantined_at', type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  quarantinedAt!: Date;
}

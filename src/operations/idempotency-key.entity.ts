import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key that a client gave its request, and the answer that it stands for. */
@Entity('idempotency_key')
@Index('idempotency_key_created', ['createdAt'])
@Index('idempotency_key_holder', ['holder'], { where: 'status is null' })
export class IdempotencyKeyEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'idempotency_key_scope' })
  scope!: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'idempotency_key_scope' })
  key!: string;
  @Column({ type: 'uuid' })
  holder!: string;
  @Column({ name: 'lease_until', type: 'timestamptz', precision: 3, nullable: true })
  leaseUntil!: Date | null;
  @Column({ name: 'body_hash', type: 'bytea', nullable: true })
  bodyHash!: Buffer | null;
  @Column({ type: 'integer', nullable: true })
  status!: number | null;
  @Column({ type: 'json', nullable: true })
  headers!: Readonly<Record<string, string>> | null;
  @Column({ type: 'json', nullable: true })
  body!: unknown;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  createdAt!: Date;
}

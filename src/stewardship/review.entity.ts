import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What stewards have done with a review short of deciding it. Reviews themselves are the open links. */
@Entity('review')
export class ReviewEntity {
  @PrimaryColumn({ name: 'record_a', type: 'bigint', primaryKeyConstraintName: 'review_pair' })
  recordA!: number;
  @PrimaryColumn({ name: 'record_b', type: 'bigint', primaryKeyConstraintName: 'review_pair' })
  recordB!: number;
  @Column({ name: 'claimed_by', type: 'text', nullable: true })
  claimedBy!: string | null;
  @Column({ name: 'claimed_until', type: 'timestamptz', precision: 3, nullable: true })
  claimedUntil!: Date | null;
  @Column({ name: 'due_at', type: 'timestamptz', precision: 3, nullable: true })
  dueAt!: Date | null;
  @Column({ name: 'skipped_by', type: 'text', nullable: true })
  skippedBy!: string | null;
  @Column({ name: 'skipped_at', type: 'timestamptz', precision: 3, nullable: true })
  skippedAt!: Date | null;
  @Column({ name: 'skip_reason', type: 'text', nullable: true })
  skipReason!: string | null;
  /** The weight at which it was skipped: at another one it is open again. */
  @Column({ name: 'skipped_weight', type: 'real', nullable: true })
  skippedWeight!: number | null;
}

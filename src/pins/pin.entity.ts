import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AttributeValue, Value } from '../domain/attribute.js';

/** What a steward has said of one attribute: its value, or values that it must not have. Never deleted; it ends. */
@Entity('pin')
@Check('pin_end_cause', `end_cause in ('withdrawn', 'replaced', 'expired')`)
@Check('pin_content', `(value is null) <> (ignored is null)`)
@Index('pin_anchors', { synchronize: false })
@Index('pin_expiry', ['expiresAt'], { where: 'ended_at is null and expires_at is not null' })
export class PinEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ type: 'text' })
  attribute!: string;
  @Column({ type: 'json', nullable: true })
  value!: AttributeValue | null;
  @Column({ type: 'json', nullable: true })
  ignored!: readonly Value[] | null;
  @Column({ type: 'text' })
  reason!: string;
  /** The members of the golden record when it was pinned. The first that is not deleted decides where the pin is. */
  @Column({ type: 'bigint', array: true })
  anchors!: readonly number[];
  /** The golden record that was pinned. */
  @Column({ name: 'golden_id', type: 'uuid' })
  goldenId!: string;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy!: string | null;
  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3, nullable: true })
  expiresAt!: Date | null;
  @Column({ name: 'ended_at', type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;
  @Column({ name: 'ended_by', type: 'text', nullable: true })
  endedBy!: string | null;
  @Column({ name: 'end_cause', type: 'text', nullable: true })
  endCause!: string | null;
  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: string | null;
}

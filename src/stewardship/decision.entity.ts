import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PairEvidence } from './decision.js';

/** What a steward has decided. It is kept for ever, also after it was taken back. */
@Entity('decision')
@Check('decision_kind', `kind in ('review', 'group', 'merge', 'split')`)
@Check('decision_verdict', `verdict in ('match', 'noMatch')`)
@Check('decision_status', `status in ('standing', 'revoked', 'superseded', 'expired')`)
@Index('decision_collection', ['collection', 'id'])
@Index('decision_expiry', ['expiresAt'], { where: `status = 'standing' and expires_at is not null` })
@Index('decision_superseded_by', ['supersededBy'], { where: 'superseded_by is not null' })
export class DecisionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ type: 'text' })
  kind!: string;
  @Column({ type: 'text' })
  verdict!: string;
  @Column({ type: 'text' })
  status!: string;
  @Column({ type: 'integer', default: 1 })
  revision!: number;
  @Column({ type: 'text', nullable: true })
  reason!: string | null;
  @Column({ name: 'decided_by', type: 'text', nullable: true })
  decidedBy!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', precision: 3 })
  decidedAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3, nullable: true })
  expiresAt!: Date | null;
  @Column({ type: 'real', nullable: true })
  weight!: number | null;
  @Column({ type: 'text' })
  model!: string;
  @Column({ type: 'json' })
  evidence!: readonly PairEvidence[];
  @Column({ name: 'ended_at', type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;
  @Column({ name: 'ended_by', type: 'text', nullable: true })
  endedBy!: string | null;
  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: string | null;
  @Column({ name: 'superseded_by', type: 'uuid', nullable: true })
  supersededBy!: string | null;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The position of the last event: one row, and the lock that makes placing events a matter of one at a time. */
@Entity('feed_head')
@Check('feed_head_singleton', 'singleton')
export class FeedHeadEntity {
  @PrimaryColumn({ type: 'boolean', default: true })
  singleton!: boolean;
  @Column({ type: 'bigint' })
  position!: number;
}

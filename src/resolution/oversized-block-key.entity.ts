import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A block key that too many records have. */
@Entity('oversized_block_key')
@Index('oversized_block_key_unsettled', ['key'], { where: 'not settled' })
@Index('oversized_block_key_exceeds', ['collection', 'exceeds'], { where: 'exceeds is not null' })
@Index('oversized_block_key_outlying', ['collection'], { where: 'generic and exceeds is not null' })
export class OversizedBlockKeyEntity {
  @PrimaryColumn({ type: 'bigint' })
  key!: number;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ type: 'text' })
  label!: string;
  /** Whether it stands for a value by itself that so many share that it tells nothing. */
  @Column({ type: 'boolean', default: false })
  generic!: boolean;
  /** The step of size that the block is known to exceed, of a value that many share by chance. */
  @Column({ type: 'bigint', nullable: true })
  exceeds!: number | null;
  /** Whether its value was generic and is no longer. */
  @Column({ type: 'boolean', default: false })
  ceased!: boolean;
  @Column({ name: 'detected_at', type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  detectedAt!: Date;
  @Column({ type: 'bigint', nullable: true })
  barrier!: number | null;
  @Column({ type: 'boolean', default: false })
  settled!: boolean;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A block key that too many records have. */
@Entity('oversized_block_key')
@Index('oversized_block_key_unsettled', ['key'], { where: 'not settled' })
export class OversizedBlockKeyEntity {
  @PrimaryColumn({ type: 'bigint' })
  key!: number;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ type: 'text' })
  label!: string;
  @Column({ type: 'boolean', default: false })
  generic!: boolean;
  @Column({ name: 'detected_at', type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  detectedAt!: Date;
  @Column({ type: 'bigint', nullable: true })
  barrier!: number | null;
  @Column({ type: 'boolean', default: false })
  settled!: boolean;
}

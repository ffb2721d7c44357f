import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a golden record was read of late. */
@Entity('golden_read')
export class GoldenReadEntity {
  @PrimaryColumn({ name: 'golden_id', type: 'uuid' })
  goldenId!: string;
  /** As it stood at `countedAt`: it decays from there. */
  @Column({ type: 'real' })
  reads!: number;
  @Column({ name: 'counted_at', type: 'timestamptz', precision: 3 })
  countedAt!: Date;
}

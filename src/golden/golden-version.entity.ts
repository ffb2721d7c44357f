import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GoldenVersion, Related } from './golden-version.js';

/** One version of a golden record, which is also the content of one event. */
@Entity('golden_version')
export class GoldenVersionEntity {
  @PrimaryColumn({ name: 'golden_id', type: 'uuid', primaryKeyConstraintName: 'golden_version_key' })
  goldenId!: string;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'golden_version_key' })
  version!: number;
  @Column({ type: 'text' })
  change!: string;
  @Column({ type: 'json' })
  attributes!: GoldenVersion['attributes'];
  @Column({ type: 'json' })
  lineage!: GoldenVersion['lineage'];
  @Column({ type: 'json' })
  records!: GoldenVersion['records'];
  @Column({ type: 'json', nullable: true })
  related!: Related | null;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}

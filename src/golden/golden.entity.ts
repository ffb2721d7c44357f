import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The header of a golden record. Its content stands in the version that it names. */
@Entity('golden')
@Check('golden_status', `status in ('active', 'merged', 'deleted')`)
@Index('golden_search', { synchronize: false })
export class GoldenEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  status!: string;
  @Column({ name: 'merged_into', type: 'uuid', nullable: true })
  mergedInto!: string | null;
  @Column({ name: 'search_text', type: 'text' })
  searchText!: string;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}

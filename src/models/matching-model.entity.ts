import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { MatchingModel } from '../matching/model.js';
import type { TrainingReport } from '../matching/training/training.js';

/** A model that was trained. It never changes; only whether it was ever active is noted. */
@Entity('matching_model')
@Unique('matching_model_version', ['collection', 'version'])
export class MatchingModelEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'json' })
  model!: MatchingModel;
  @Column({ type: 'json' })
  report!: TrainingReport;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy!: string | null;
  @Column({ name: 'activated_at', type: 'timestamptz', precision: 3, nullable: true })
  activatedAt!: Date | null;
  @Column({ name: 'activated_by', type: 'text', nullable: true })
  activatedBy!: string | null;
}

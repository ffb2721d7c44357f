import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which model decides in a collection. Without a row it is the shipped one. */
@Entity('active_model')
export class ActiveModelEntity {
  @PrimaryColumn({ type: 'text' })
  collection!: string;
  @Column({ name: 'model_id', type: 'text' })
  modelId!: string;
  @Column({ name: 'operation_id', type: 'uuid' })
  operationId!: string;
  @Column({ name: 'activated_at', type: 'timestamptz', precision: 3 })
  activatedAt!: Date;
  @Column({ name: 'activated_by', type: 'text', nullable: true })
  activatedBy!: string | null;
}

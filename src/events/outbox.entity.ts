import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A committed version that has no place in the feed yet. */
@Entity('outbox')
export class OutboxEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: number;
  @Column({ name: 'golden_id', type: 'uuid' })
  goldenId!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  collection!: string;
}

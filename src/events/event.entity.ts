import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A place in the feed. What happened stands in the version that it names. */
@Entity('event')
@Index('event_collection', ['collection', 'position'])
export class EventEntity {
  @PrimaryColumn({ type: 'bigint' })
  position!: number;
  @Column({ name: 'golden_id', type: 'uuid' })
  goldenId!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  collection!: string;
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Two records whose weight reached the review threshold. */
@Entity('link')
@Check('link_order', 'record_a < record_b')
@Index('link_record_b', ['recordB'])
@Index('link_open', ['collection', 'weight'], { where: 'open' })
@Index('link_open_probability', { synchronize: false })
export class LinkEntity {
  @PrimaryColumn({ name: 'record_a', type: 'bigint', primaryKeyConstraintName: 'link_pair' })
  recordA!: number;
  @PrimaryColumn({ name: 'record_b', type: 'bigint', primaryKeyConstraintName: 'link_pair' })
  recordB!: number;
  @Column({ type: 'text' })
  collection!: string;
  @Column({ type: 'real' })
  weight!: number;
  @Column({ type: 'boolean' })
  review!: boolean;
  /** Whether the two are in different golden records. */
  @Column({ type: 'boolean' })
  open!: boolean;
}

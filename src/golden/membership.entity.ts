import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The golden record that a record belongs to; none until it is resolved. A narrow row of its own, as it is what the
 * resolver locks and changes.
 */
@Entity('membership')
@Index('membership_golden', ['goldenId'], { where: 'golden_id is not null' })
export class MembershipEntity {
  @PrimaryColumn({ name: 'record_id', type: 'bigint' })
  recordId!: number;
  @Column({ name: 'golden_id', type: 'uuid', nullable: true })
  goldenId!: string | null;
}

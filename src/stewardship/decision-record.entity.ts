import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A record that a decision names. */
@Entity('decision_record')
@Index('decision_record_record', ['recordId'])
@Index('decision_record_united', ['unitedWith'], { where: 'standing and united_with is not null' })
export class DecisionRecordEntity {
  @PrimaryColumn({ name: 'decision_id', type: 'uuid', primaryKeyConstraintName: 'decision_record_key' })
  decisionId!: string;
  @PrimaryColumn({ name: 'record_id', type: 'bigint', primaryKeyConstraintName: 'decision_record_key' })
  recordId!: number;
  /** From 1, mostly to 2: the records of one side are said to be, or not to be, those of each other side. */
  @Column({ type: 'smallint' })
  side!: number;
  /** The record that stands for all those which the decision holds together; none where it holds nothing together. */
  @Column({ name: 'united_with', type: 'bigint', nullable: true })
  unitedWith!: number | null;
  /** As the decision's own status, so that the resolver reads this table alone. */
  @Column({ type: 'boolean' })
  standing!: boolean;
}

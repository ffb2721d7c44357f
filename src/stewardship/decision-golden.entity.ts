import { Entity, PrimaryColumn } from 'typeorm';

/** A golden record that a decision concerned when it was made: what a list of decisions by golden record is read from. */
@Entity('decision_golden')
export class DecisionGoldenEntity {
  @PrimaryColumn({ name: 'golden_id', type: 'uuid', primaryKeyConstraintName: 'decision_golden_key' })
  goldenId!: string;
  @PrimaryColumn({ name: 'decision_id', type: 'uuid', primaryKeyConstraintName: 'decision_golden_key' })
  decisionId!: string;
}

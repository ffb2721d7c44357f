import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SurvivorshipRules } from '../survivorship/rules.js';

/** One version of the survivorship rules of a collection. The highest is in force; without any, the shipped rules are. */
@Entity('survivorship_rules')
export class SurvivorshipRulesEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'survivorship_rules_version' })
  collection!: string;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'survivorship_rules_version' })
  version!: number;
  @Column({ type: 'json' })
  rules!: SurvivorshipRules;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  createdAt!: Date;
  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy!: string | null;
}

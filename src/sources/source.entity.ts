import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SourceDefinition } from './source.js';

/** A registered source system. */
@Entity('source')
export class SourceEntity {
  @PrimaryColumn({ type: 'text' })
  source!: string;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'real' })
  trust!: number;
  @Column({ name: 'duplicate_free', type: 'boolean' })
  duplicateFree!: boolean;
  @Column({ name: 'default_region', type: 'text', nullable: true })
  defaultRegion!: string | null;
  @Column({ type: 'json' })
  mappings!: SourceDefinition['mappings'];
  @Column({ type: 'integer' })
  version!: number;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}

import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { StandardForm } from '../matching/model.js';
import { type Stored, withForm } from '../matching/stored-form.js';
import { Database } from '../platform/database/database.js';
import type { RecordName } from './decision.js';

/** A record of a pair that is explained. */
export interface ExplainedRecord extends RecordName {
  readonly id: number;
  readonly goldenId: string | null;
  readonly duplicateFree: boolean;
  readonly standard: StandardForm;
  /** Whether it has changed, or the model has, and it is not resolved since. */
  readonly pending: boolean;
}

/** A record of one of the two golden records that a pair belongs to. */
export interface GoldenMember extends RecordName {
  readonly id: number;
  readonly goldenId: string;
  readonly duplicateFree: boolean;
}

/** Two records that the active model links. */
export interface StoredLink {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** A link of a record, and what is at its other end. */
export interface LinkedRecord extends StoredLink {
  readonly id: number;
  readonly source: string;
  readonly duplicateFree: boolean;
}

@Injectable()
export class ExplainedPairRepository {
  constructor(private readonly database: Database) {}

  async find({ collection, features }: Domain, { source, sourceId }: RecordName): Promise<ExplainedRecord | undefined> {
    const [row] = await this.database.query<Stored<ExplainedRecord>>(
      `/* stewardship.explained_record */
      select r.id, r.source, r.source_id as "sourceId", m.golden_id as "goldenId", s.duplicate_free as "duplicateFree", r.standard,
        exists (select from pending p where p.record_id = r.id) as pending
      from record r join membership m on m.record_id = r.id join source s on s.source = r.source
      where r.source = $2 and r.collection = $1 and r.source_id = $3 and not r.deleted`,
      [collection, source, sourceId],
    );
    return row && withForm(features, row);
  }

  /** Those of the keys that name too many records to give candidates. */
  async members(goldenIds: readonly string[]): Promise<GoldenMember[]> {
    return this.database.query<GoldenMember>(
      `/* stewardship.explained_members */
      select r.id, r.source, r.source_id as "sourceId", m.golden_id as "goldenId", s.duplicate_free as "duplicateFree"
      from membership m join record r on r.id = m.record_id join source s on s.source = r.source
      where m.golden_id = any($1)
      order by r.source, r.source_id`,
      [goldenIds],
    );
  }

  /** The links between a record and those of a source, with the record at the other end. */
  async linksTo(record: ExplainedRecord, source: string): Promise<LinkedRecord[]> {
    return this.database.query<LinkedRecord>(
      `/* stewardship.explained_rivals */
      select l.record_a as a, l.record_b as b, l.weight, r.id, r.source, s.duplicate_free as "duplicateFree"
      from (
        select * from link where record_a = $1
        union all
        select * from link where record_b = $1
      ) l
      join record r on r.id = l.record_a + l.record_b - $1
      join source s on s.source = r.source
      where r.source = $2`,
      [record.id, source],
    );
  }

  /** The links that a model makes by itself among some records, strongest first. */
  async links(recordIds: readonly number[]): Promise<StoredLink[]> {
    return this.database.query<StoredLink>(
      `/* stewardship.explained_links */
      select record_a as a, record_b as b, weight from link
      where record_a = any($1) and record_b = any($1) and not review
      order by weight desc, record_a, record_b`,
      [recordIds],
    );
  }
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AttributeValue } from '../domain/attribute.js';
import { ApiDomainProperty, ApiTime } from '../platform/http/openapi-property.js';
import { expandLineage, expandRecords, type Change } from './golden-version.js';
import type { GoldenRow } from './golden-reader.repository.js';

const changes: Change[] = ['created', 'updated', 'merged', 'split', 'deleted'];

/** A record, by its source and its id there. */
export class RecordReference {
  @ApiProperty()
  source!: string;
  @ApiProperty()
  sourceId!: string;
}

/** Where the value of an attribute came from. */
export class AttributeLineage {
  @ApiProperty({ description: 'The source whose record the value is from; `steward` of a pinned value.' })
  source!: string;
  @ApiProperty({ description: "The record's id in that source; of a pinned value the id of the pin." })
  sourceId!: string;
  @ApiProperty({
    description:
      'What decided: a strategy of the rule; `only` (one record has a value), `unanimous` (all have the same), `readable` (the others could not be read), `sourceOrder` (the last tie) or `pin`.',
    example: 'mostRecent',
  })
  strategy!: string;
  @ApiTime({ description: 'When the source observed the record; of a pinned value when it was pinned.' })
  observedAt!: string;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many other values lost.' })
  lost!: number;
  @ApiPropertyOptional({
    type: RecordReference,
    description: 'Of the records with another value the one that was in the running longest.',
  })
  runnerUp?: RecordReference;
  @ApiPropertyOptional({
    type: [RecordReference],
    description: 'Of a union of several records: all that its values are from.',
  })
  records?: readonly RecordReference[];
}

/** A member of a golden record. */
export class MemberRecord {
  @ApiProperty()
  source!: string;
  @ApiProperty()
  sourceId!: string;
  @ApiTime({ description: 'When the source observed the record.' })
  observedAt!: string;
}

/** The golden record, computed from its member records. */
export class GoldenRecord {
  @ApiProperty({ format: 'uuid', description: 'Never reused. After a merge it redirects to the survivor.' })
  id!: string;
  @ApiProperty({ type: 'integer', minimum: 1 })
  version!: number;
  @ApiDomainProperty('CanonicalRecord')
  attributes!: Readonly<Record<string, AttributeValue>>;
  @ApiDomainProperty('Lineage')
  lineage!: Readonly<Record<string, AttributeLineage>>;
  @ApiProperty({ type: [MemberRecord], description: 'The member records, in order of source and id.' })
  records!: MemberRecord[];
  @ApiTime({ description: 'When the golden record came to be.' })
  createdAt!: string;
  @ApiTime({ description: 'When this version came to be.' })
  updatedAt!: string;
}

/** A golden record in a list. */
export class GoldenItem extends GoldenRecord {
  @ApiPropertyOptional({
    minimum: 0,
    maximum: 1,
    description: 'How well the record answers `q`: 1 is a perfect answer. Only in a text search.',
  })
  score?: number;
}

/** A page of golden records. */
export class GoldenPage {
  @ApiProperty({ type: [GoldenItem] })
  items!: GoldenItem[];
  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  next?: string;
}

/** Other golden records that took part in a change. */
export class RelatedGoldens {
  @ApiPropertyOptional({ type: [String], description: 'Ids that redirect to this golden record from this version on.' })
  merged?: readonly string[];
  @ApiPropertyOptional({ type: [String], description: "Golden records that took some of this one's records." })
  splitInto?: readonly string[];
  @ApiPropertyOptional({ description: 'The golden record that this one came out of.' })
  splitFrom?: string;
}

/** One version in the history of a golden record. */
export class GoldenHistoryItem {
  @ApiProperty({ type: 'integer', minimum: 1 })
  version!: number;
  @ApiProperty({ enum: changes })
  change!: Change;
  @ApiTime({ description: 'When this version came to be.' })
  at!: string;
  @ApiDomainProperty('CanonicalRecord')
  attributes!: Readonly<Record<string, AttributeValue>>;
  @ApiDomainProperty('Lineage')
  lineage!: Readonly<Record<string, AttributeLineage>>;
  @ApiProperty({ type: [MemberRecord] })
  records!: MemberRecord[];
  @ApiPropertyOptional({ type: RelatedGoldens })
  related?: RelatedGoldens;
}

/** A page of a golden record's history, newest first. */
export class GoldenHistoryPage {
  @ApiProperty({ type: [GoldenHistoryItem] })
  items!: GoldenHistoryItem[];
  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  next?: string;
}

/** A record and the golden record that it belongs to. */
export class CrosswalkLine {
  @ApiProperty()
  source!: string;
  @ApiProperty()
  sourceId!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null until the record is resolved.' })
  goldenId!: string | null;
}

/** A version as a golden record. */
export function goldenRecord(row: GoldenRow): GoldenRecord {
  return {
    id: row.goldenId,
    version: row.version,
    attributes: row.attributes,
    lineage: expandLineage(row),
    records: expandRecords(row),
    createdAt: row.firstCreatedAt.toISOString(),
    updatedAt: row.createdAt.toISOString(),
  };
}

/** A version as an entry of the history. */
export function goldenHistoryItem(row: GoldenRow): GoldenHistoryItem {
  return {
    version: row.version,
    change: row.change,
    at: row.createdAt.toISOString(),
    attributes: row.attributes,
    lineage: expandLineage(row),
    records: expandRecords(row),
    ...(row.related ? { related: row.related } : {}),
  };
}

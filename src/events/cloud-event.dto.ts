import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AttributeValue } from '../domain/attribute.js';
import { AttributeLineage, MemberRecord } from '../golden/golden.dto.js';
import { ApiTime } from '../platform/http/openapi-property.js';

/** The golden record that an event tells of, as the change left it. */
@ApiExtraModels(AttributeLineage)
export class GoldenChange {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Rises by one with every event of this golden record.' })
  version!: number;
  @ApiProperty({ type: 'object', additionalProperties: true, description: "The golden record's attributes." })
  attributes!: Readonly<Record<string, AttributeValue>>;
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/AttributeLineage' } })
  lineage!: Readonly<Record<string, AttributeLineage>>;
  @ApiProperty({ type: [MemberRecord] })
  records!: MemberRecord[];
  @ApiPropertyOptional({ type: [String], description: 'Ids that redirect to this golden record from now on.' })
  merged?: readonly string[];
  @ApiPropertyOptional({ type: [String], description: "Golden records that took some of this one's records." })
  splitInto?: readonly string[];
  @ApiPropertyOptional({ description: 'The golden record that this one came out of.' })
  splitFrom?: string;
}

/** A change event, as CloudEvents 1.0 JSON. */
export class CloudEvent {
  @ApiProperty({ enum: ['1.0'] })
  specversion!: '1.0';
  @ApiProperty({ description: 'Unique with `source`: the golden id and the version.' })
  id!: string;
  @ApiProperty({ description: 'The collection.', example: '/v1/customers' })
  source!: string;
  @ApiProperty({ example: 'golden.customer.updated.v1' })
  type!: string;
  @ApiProperty({ description: 'The golden id.' })
  subject!: string;
  @ApiTime({ description: 'When the change was made.' })
  time!: string;
  @ApiProperty({ enum: ['application/json'] })
  datacontenttype!: 'application/json';
  @ApiProperty({ description: 'The place in the feed, in CloudEvents’ `sequence` extension: grows along the feed.' })
  sequence!: string;
  @ApiProperty({ type: GoldenChange })
  data!: GoldenChange;
}

/** Events in feed order. */
export class EventPage {
  @ApiProperty({ type: [CloudEvent] })
  items!: CloudEvent[];
  @ApiProperty({ description: 'The cursor to go on from, also when there was nothing new.' })
  next!: string;
}

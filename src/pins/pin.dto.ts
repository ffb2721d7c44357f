import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { AttributeValue, Value } from '../domain/attribute.js';
import { IsTimestamp } from '../platform/http/is-timestamp.js';
import { ApiAttributeValue, ApiTime } from '../platform/http/openapi-property.js';
import { PageParameters } from '../platform/http/pagination.js';
import { GoldenOutcome } from '../stewardship/decisions.dto.js';
import type { EndCause } from './pins.repository.js';

const readable = /^[^\u0000]*[^\s\u0000][^\u0000]*$/;
const statuses = ['standing', 'withdrawn', 'replaced', 'expired'] satisfies ('standing' | EndCause)[];
const shown = ['standing', 'ended', 'all'] as const;

/** What a steward says of an attribute: exactly one of `value` and `ignore`. */
export class PinBody {
  @ApiAttributeValue({ required: false, description: 'The value that the attribute has.' })
  @Allow()
  readonly value?: unknown;

  @ApiAttributeValue({
    required: false,
    description: 'A value, or several, that the attribute must not have. A list is a list of values.',
  })
  @Allow()
  readonly ignore?: unknown;

  @ApiProperty({ minLength: 1, maxLength: 2000, description: 'Why. It is kept for ever.' })
  @IsString()
  @MaxLength(2000)
  @Matches(readable, { message: 'must be a text that says why' })
  readonly reason!: string;

  @ApiPropertyOptional({ type: 'string', format: 'date-time', description: 'When it ends by itself.' })
  @IsOptional()
  @IsTimestamp()
  readonly expiresAt?: string;
}

/** Why a pin is taken back. */
export class WithdrawalParameters {
  @ApiPropertyOptional({ maxLength: 2000, description: 'Why it is taken back. It is kept for ever.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  @Matches(readable, { message: 'must be a text that says why' })
  readonly reason?: string;
}

/** Which pins to list. */
export class PinListParameters extends PageParameters {
  @ApiPropertyOptional({ enum: shown, default: 'standing' })
  @IsOptional()
  @IsIn(shown)
  readonly status: (typeof shown)[number] = 'standing';
}

/** What a steward has said of one attribute of a golden record. */
export class PinView {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'email' })
  readonly attribute!: string;

  @ApiAttributeValue({ required: false, description: 'The value that the attribute has.' })
  readonly value?: AttributeValue;

  @ApiAttributeValue({ required: false, description: 'The values that it must not have, as a list.' })
  readonly ignore?: readonly Value[];

  @ApiProperty()
  readonly reason!: string;

  @ApiProperty({
    format: 'uuid',
    description: 'The golden record that was pinned. The pin goes where the records go that were in it.',
  })
  readonly goldenId!: string;

  @ApiTime()
  readonly createdAt!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The name of the API key by which it was made. Null where the service asks for none.',
  })
  readonly createdBy!: string | null;

  @ApiTime({ required: false, description: 'When it ends, or has ended, by itself.' })
  readonly expiresAt?: string;

  @ApiProperty({ enum: statuses, description: 'Replaced: by a later pin of the same attribute.' })
  readonly status!: (typeof statuses)[number];

  @ApiTime({ required: false })
  readonly endedAt?: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Who ended it; null where its time was over.' })
  readonly endedBy?: string | null;

  @ApiPropertyOptional({ description: 'Why it was taken back.' })
  readonly endReason?: string;
}

/** A page of pins, newest first. */
export class PinPage {
  @ApiProperty({ type: [PinView] })
  readonly items!: readonly PinView[];

  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  readonly next?: string;
}

/** A pin made or taken back, and what that changed. */
export class PinOutcome {
  @ApiPropertyOptional({ type: PinView, description: 'The pin made. Absent in a preview.' })
  readonly pin?: PinView;

  @ApiProperty({ type: [PinView], description: 'Pins of the attribute that have ended by it. Empty in a preview.' })
  readonly ended!: readonly PinView[];

  @ApiProperty({ type: [GoldenOutcome], description: 'The golden record, where it got a new version.' })
  readonly changes!: GoldenOutcome[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** What a training has come to. */
export class TrainingResult {
  @ApiProperty({ description: 'The id of the model that was trained.' })
  readonly model!: string;
}

/** What an activation has come to. */
export class ActivationResult {
  @ApiProperty({ description: 'The id of the model that was activated.' })
  readonly model!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Records that were resolved again.' })
  readonly resolved!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Of these, records that could not be resolved.' })
  readonly quarantined!: number;
}

/** The golden records that are held, by what would become of each. The last four add up to `before`. */
export class PreviewedGolden {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Golden records that are held.' })
  readonly before!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Golden records that there would be.' })
  readonly after!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Would keep exactly their records.' })
  readonly stay!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Would become one with others.' })
  readonly merge!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Would lose records.' })
  readonly split!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Would both lose records and become one with others.' })
  readonly regroup!: number;
}

export class PreviewedRecord {
  @ApiProperty()
  readonly source!: string;

  @ApiProperty()
  readonly sourceId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The golden record that it is in now.' })
  readonly goldenId!: string | null;
}

export class PreviewedPair {
  @ApiProperty({ type: PreviewedRecord })
  readonly a!: PreviewedRecord;

  @ApiProperty({ type: PreviewedRecord })
  readonly b!: PreviewedRecord;

  @ApiProperty({ type: Number, description: 'By the model that is previewed, in bits.' })
  readonly weight!: number;
}

/** A golden record that there would be. */
export class PreviewedCluster {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'How many records it would have.' })
  readonly size!: number;

  @ApiProperty({ type: [PreviewedRecord], description: 'The first 10 of them.' })
  readonly records!: readonly PreviewedRecord[];
}

/** A change that the activation of a model would make. */
export class PreviewExample {
  @ApiProperty({ type: [PreviewedCluster], description: 'The golden records that there would be instead; at most 10.' })
  readonly after!: readonly PreviewedCluster[];

  @ApiPropertyOptional({
    type: PreviewedPair,
    description: 'The strongest link across: of a merge what joins, of a split what is not enough to join.',
  })
  readonly link?: PreviewedPair;
}

/** Of each kind at most 20. */
export class PreviewExamples {
  @ApiProperty({ type: [PreviewExample] })
  readonly merge!: readonly PreviewExample[];

  @ApiProperty({ type: [PreviewExample] })
  readonly split!: readonly PreviewExample[];
}

/** What the activation of a model would change. */
export class PreviewResult {
  @ApiProperty({ description: 'The id of the model that was previewed.' })
  readonly model!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Records that were looked at.' })
  readonly records!: number;

  @ApiProperty({ type: PreviewedGolden })
  readonly golden!: PreviewedGolden;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Pairs that the model would link.' })
  readonly links!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Pairs that a steward would be asked about.' })
  readonly reviews!: number;

  @ApiProperty({ type: PreviewExamples })
  readonly examples!: PreviewExamples;
}

import { ApiProperty } from '@nestjs/swagger';
import { RecordNameView } from './decisions.dto.js';

const verdicts = ['link', 'review'] as const;

/** Two records of a golden record that are alike. */
export class GoldenLink {
  @ApiProperty({ type: [RecordNameView], minItems: 2, maxItems: 2 })
  readonly records!: readonly RecordNameView[];

  @ApiProperty({ type: Number, description: 'In bits, as the two were last weighed.' })
  readonly weight!: number;

  @ApiProperty({
    enum: verdicts,
    description: '`link`: it alone would join the two. `review`: it would not; the two are together through others.',
  })
  readonly verdict!: (typeof verdicts)[number];
}

export class GoldenLinks {
  @ApiProperty({ type: [GoldenLink], description: 'Strongest first; the strongest 1,000 of them.' })
  readonly items!: readonly GoldenLink[];
}

import { ApiProperty } from '@nestjs/swagger';
import type {
  ComparisonReport,
  Expectation,
  LevelReport,
  TrainingReport,
  TrainingWarning,
} from '../matching/training/training.js';

const warningCodes = [
  'fewMatches',
  'implausibleMatches',
  'nearTwins',
  'notSeparable',
  'notConverged',
] satisfies TrainingWarning['code'][];

const count = { type: 'integer', minimum: 0 } as const;
const share = { type: Number, minimum: 0, maximum: 1 } as const;

/** Something that the records could not teach. */
export class TrainingWarningView implements TrainingWarning {
  @ApiProperty({ enum: warningCodes })
  readonly code!: TrainingWarning['code'];

  @ApiProperty()
  readonly message!: string;
}

export class TrainingSampleView {
  @ApiProperty(count)
  readonly records!: number;

  @ApiProperty({ ...count, description: 'Of these, drawn at random.' })
  readonly drawn!: number;

  @ApiProperty(count)
  readonly candidatePairs!: number;

  @ApiProperty(count)
  readonly randomPairs!: number;

  @ApiProperty({ ...count, description: 'Decisions of stewards on pairs of the sample.' })
  readonly labels!: number;
}

export class PriorView {
  @ApiProperty({ type: Number })
  readonly shipped!: number;

  @ApiProperty({ type: Number })
  readonly trained!: number;
}

/** What is expected of a link threshold. */
export class ExpectationView implements Expectation {
  @ApiProperty({ type: Number, description: 'In bits.' })
  readonly threshold!: number;

  @ApiProperty({ ...share, description: 'The share of candidate pairs that it makes one thing of.' })
  readonly linked!: number;

  @ApiProperty({ ...share, description: 'Of the pairs at or above it, those that match.' })
  readonly precision!: number;

  @ApiProperty({ ...share, description: 'Of the candidate pairs that match, those at or above it.' })
  readonly recall!: number;
}

export class LevelFiguresView {
  @ApiProperty({ type: Number })
  readonly m!: number;

  @ApiProperty({ type: Number })
  readonly u!: number;
}

export class LevelReportView implements LevelReport {
  @ApiProperty()
  readonly level!: string;

  @ApiProperty({ type: LevelFiguresView })
  readonly shipped!: LevelFiguresView;

  @ApiProperty({ type: LevelFiguresView })
  readonly trained!: LevelFiguresView;

  @ApiProperty({ type: Number, minimum: 0, description: 'Expected matches at this level.' })
  readonly matches!: number;

  @ApiProperty({ type: Number, minimum: 0, description: 'Candidate pairs at this level.' })
  readonly candidates!: number;
}

/** What a comparison brings. */
export class ComparisonReportView implements ComparisonReport {
  @ApiProperty()
  readonly comparison!: string;

  @ApiProperty({ description: 'Whether records may teach it nothing, as it corrects other comparisons.' })
  readonly held!: boolean;

  @ApiProperty({ ...share, description: 'The share of candidate pairs that it could compare.' })
  readonly compared!: number;

  @ApiProperty({ ...share, description: 'Its share of the evidence that tells matches from other candidates.' })
  readonly share!: number;

  @ApiProperty({ type: [LevelReportView] })
  readonly levels!: readonly LevelReportView[];
}

/** What a training found, and how sure the model is. Precision and recall are expected: no truth is known. */
export class TrainingReportView implements TrainingReport {
  @ApiProperty({ type: TrainingSampleView })
  readonly sample!: TrainingSampleView;

  @ApiProperty({ ...count, description: 'Rounds of expectation-maximisation.' })
  readonly iterations!: number;

  @ApiProperty()
  readonly converged!: boolean;

  @ApiProperty({ type: Number, minimum: 0, description: 'Candidate pairs of the sample that are expected to match.' })
  readonly expectedMatches!: number;

  @ApiProperty({ type: PriorView, description: 'Log2 odds.' })
  readonly prior!: PriorView;

  @ApiProperty({ type: ExpectationView, description: 'At the link threshold of the model.' })
  readonly expected!: ExpectationView;

  @ApiProperty({ type: [ExpectationView], description: 'Over a range of thresholds, from low to high.' })
  readonly thresholds!: readonly ExpectationView[];

  @ApiProperty({ type: [ComparisonReportView] })
  readonly comparisons!: readonly ComparisonReportView[];

  @ApiProperty({ type: [TrainingWarningView] })
  readonly warnings!: readonly TrainingWarningView[];
}

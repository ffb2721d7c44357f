import type { ProblemDetails } from './problem-details.js';

export type OperationKind =
  | 'ingestion'
  | 'reprocessing'
  | 'rejectionReplay'
  | 'quarantineReplay'
  | 'survivorship'
  | 'survivorshipPreview'
  | 'activation'
  | 'training'
  | 'preview';

export type OperationStatus = 'running' | 'succeeded' | 'failed';

/** How many records an operation has taken in so far, and what became of them. */
export interface OperationCounts {
  /** Always the sum of the other four. */
  readonly received: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly stale: number;
  readonly rejected: number;
}

export const noCounts: OperationCounts = { received: 0, accepted: 0, unchanged: 0, stale: 0, rejected: 0 };

export interface OperationScope {
  readonly kind: OperationKind;
  readonly collection: string | null;
  readonly source: string | null;
}

/** An operation as it stands. */
export interface Operation extends OperationScope {
  readonly id: string;
  readonly state: OperationStatus;
  /** Nothing more will be taken in. */
  readonly inputComplete: boolean;
  readonly counts: OperationCounts;
  /** How many records it will take in, where that is known beforehand. */
  readonly expected: number | null;
  /** Accepted records that are not resolved yet. */
  readonly pending: number;
  readonly quarantined: number;
  /** What the work has come to besides; an operation over records has only its counts. */
  readonly result: unknown;
  readonly error: ProblemDetails | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Running until all of the input is taken in and every accepted record is resolved or quarantined. */
export function statusOf({ state, inputComplete, pending }: Operation): OperationStatus {
  return state === 'running' && inputComplete && pending === 0 ? 'succeeded' : state;
}

/** Records taken in and settled, of those expected. */
export function progressOf({ counts, expected, pending }: Operation): { done: number; total: number } {
  return {
    done: Math.max(0, counts.received - pending),
    total: Math.max(expected ?? 0, counts.received),
  };
}

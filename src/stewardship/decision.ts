import type { Evidence } from '../matching/evidence.js';

/** A record by its source's name for it. */
export interface RecordName {
  readonly source: string;
  readonly sourceId: string;
}

/** Why a pair weighed what it weighed when it was decided on. */
export interface PairEvidence {
  readonly records: readonly [RecordName, RecordName];
  readonly evidence: Evidence;
}

export const decisionKinds = ['review', 'group', 'merge', 'split'] as const;
/** What a steward did to decide. */
export type DecisionKind = (typeof decisionKinds)[number];

export const verdicts = ['match', 'noMatch'] as const;
export type Verdict = (typeof verdicts)[number];

export const decisionStatuses = ['standing', 'revoked', 'superseded', 'expired'] as const;
/** Whether a decision is in force; if not, what has ended it. */
export type DecisionStatus = (typeof decisionStatuses)[number];

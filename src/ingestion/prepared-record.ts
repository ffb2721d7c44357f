import type { RecordLine, RejectedLine } from './record-line.js';

/** A record as it is stored, worked out of a line: mapped, canonical, standardized, with its block keys. */
export interface PreparedRecord {
  readonly line: RecordLine;
  /** JSON */
  readonly data: string;
  readonly contentHash: Buffer;
  /** JSON */
  readonly canonical: string;
  /** JSON; null where nothing is flagged. */
  readonly flags: string | null;
  /** JSON */
  readonly standard: string;
  readonly blockKeys: readonly number[];
}

/** What lines of one source came to under one version of it. */
export interface Prepared {
  readonly sourceVersion: number;
  readonly records: readonly PreparedRecord[];
  readonly rejected: readonly RejectedLine[];
}

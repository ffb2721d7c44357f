import type { PreparedRecord } from './prepared-record.js';

/** What is held of a record, as far as it decides what becomes of a line. */
export interface HeldRecord {
  readonly id: number;
  readonly sourceId: string;
  readonly contentHash: Buffer;
  readonly observedAt: Date;
  readonly deleted: boolean;
  readonly blockKeys: readonly number[];
}

export type Disposition = 'accepted' | 'unchanged' | 'stale';

/** A record to be written: the last of a batch's lines that was accepted for its id. */
export interface RecordWrite {
  readonly record: PreparedRecord;
  readonly observedAt: Date;
  /** What it replaces. */
  readonly held: HeldRecord | undefined;
}

export interface Fold {
  readonly writes: readonly RecordWrite[];
  /** What became of each record, in the order given. */
  readonly dispositions: readonly Disposition[];
}

/** Takes records in order, each against what is held once those before it are written. */
export function foldRecords(
  records: readonly PreparedRecord[],
  held: ReadonlyMap<string, HeldRecord>,
  receivedAt: Date,
): Fold {
  const writes = new Map<string, RecordWrite>();
  const dispositions = records.map((record): Disposition => {
    const { sourceId, observedAt: given } = record.line;
    const write = writes.get(sourceId);
    const before = held.get(sourceId);
    const current = write ? { ...write, contentHash: write.record.contentHash, deleted: false } : before;
    if (current && given && given < current.observedAt) return 'stale';
    if (
      current &&
      !current.deleted &&
      current.contentHash.equals(record.contentHash) &&
      !(given && given > current.observedAt)
    )
      return 'unchanged';
    writes.set(sourceId, { record, observedAt: given ?? later(receivedAt, current?.observedAt), held: before });
    return 'accepted';
  });
  return { writes: [...writes.values()], dispositions };
}

/** A record that does not say when it was observed is the newest, whatever was said before. */
function later(receivedAt: Date, held: Date | undefined): Date {
  return held && held > receivedAt ? held : receivedAt;
}

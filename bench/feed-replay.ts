import { listAt, numberAt, textAt, valueAt } from '../demo/service/json.js';

/**
 * Follows a feed from its start as a subscriber would, and notes every gap, repeat and contradiction in it: places in the
 * feed rise by one, and so do the versions of each golden record.
 */
export class FeedReplay {
  readonly problems: string[] = [];
  private sequence = 0;
  private readonly versions = new Map<string, number>();
  private readonly records = new Map<string, readonly string[]>();

  /** @param event as `GET /v1/events` lists it */
  apply(event: unknown): void {
    const sequence = Number(textAt(event, 'sequence'));
    if (sequence !== this.sequence + 1) this.problems.push(`Place ${sequence} follows ${this.sequence}.`);
    this.sequence = sequence;
    const golden = textAt(event, 'subject');
    const version = numberAt(event, 'data', 'version');
    const before = this.versions.get(golden) ?? 0;
    if (version !== before + 1) this.problems.push(`Version ${version} of ${golden} follows ${before}.`);
    this.versions.set(golden, version);
    this.records.set(golden, listAt(event, 'data', 'records').map(recordName));
    const merged = valueAt(event, 'data', 'merged');
    for (const id of Array.isArray(merged) ? merged.map(String) : []) {
      if (!this.records.delete(id)) this.problems.push(`${id} merged into ${golden}, but was not there.`);
    }
    if (textAt(event, 'type').includes('.deleted.')) this.records.delete(golden);
  }

  get events(): number {
    return this.sequence;
  }

  /** The golden record of each record, as the feed leaves it. */
  membership(): ReadonlyMap<string, string> {
    const membership = new Map<string, string>();
    for (const [golden, records] of this.records) for (const record of records) membership.set(record, golden);
    return membership;
  }
}

/** A record by one text. */
export function recordName(record: unknown): string {
  return `${textAt(record, 'source')} ${textAt(record, 'sourceId')}`;
}

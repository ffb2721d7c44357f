import { setTimeout as pause } from 'node:timers/promises';
import { type AurumClient, type RecordFormat } from './aurum-client.js';
import { listAt, numberAt, textAt, valueAt } from './json.js';

/** The records of one source, as they are sent. */
export interface Upload {
  readonly source: string;
  readonly format: RecordFormat;
  /** Of a CSV: the column that identifies a record. */
  readonly idColumn?: string;
  readonly body: AsyncIterable<string | Buffer>;
}

/** What became of the records of a load. */
export interface LoadResult {
  readonly received: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly stale: number;
  readonly rejected: number;
  readonly quarantined: number;
  /** The first of the rejections, in words. */
  readonly rejections: readonly string[];
}

const counts = ['received', 'accepted', 'unchanged', 'stale', 'rejected', 'quarantined'] as const;

/**
 * Sends uploads side by side over the streamed POST and waits until every record is resolved.
 * @param report is told every `interval` milliseconds how many records are done
 * @throws RequestFailed when the service refuses an upload, Error when an operation fails
 */
export async function loadRecords(
  client: AurumClient,
  collection: string,
  uploads: readonly Upload[],
  report: (done: number) => void = () => undefined,
  interval = 250,
): Promise<LoadResult> {
  const earlier = new Set((await operations(client)).map((operation) => textAt(operation, 'id')));
  const finished = new AbortController();
  const watching = watch(client, collection, earlier, report, interval, finished.signal);
  try {
    const results = await Promise.all(uploads.map((upload) => send(client, collection, upload, interval)));
    const total = sum(results);
    // A record that was held already may have come with an earlier load, which waited for it and did not live to see it.
    if (total.unchanged + total.stale > 0) await untilNothingPends(client, interval);
    report(total.received);
    return total;
  } finally {
    finished.abort();
    await watching;
  }
}

async function send(client: AurumClient, collection: string, upload: Upload, interval: number): Promise<LoadResult> {
  const query = new URLSearchParams({ source: upload.source });
  if (upload.idColumn !== undefined) query.set('idColumn', upload.idColumn);
  const path = `/v1/${collection}/records?${query.toString()}`;
  const operation = await client.postRecords(path, upload.format, upload.body);
  return readResult(await untilDone(client, operation, interval));
}

/** Waits until no record of any load waits to be resolved. */
export async function untilNothingPends(client: AurumClient, interval = 250): Promise<void> {
  for (;;) {
    const pending = /^aurum_pending_records (\d+)/m.exec(await client.text('/metrics'))?.[1];
    if (pending === undefined) throw new Error('The service does not tell how many records are pending.');
    if (pending === '0') return;
    await pause(interval);
  }
}

/** Waits for an operation to end. @throws Error when it fails. */
export async function untilDone(client: AurumClient, started: unknown, interval = 250): Promise<unknown> {
  let operation = started;
  while (textAt(operation, 'status') === 'running') {
    await pause(interval);
    operation = await client.get(`/v1/operations/${textAt(started, 'id')}`);
  }
  if (textAt(operation, 'status') === 'succeeded') return operation;
  throw new Error(`An operation failed: ${String(valueAt(operation, 'error', 'detail'))}`);
}

function readResult(operation: unknown): LoadResult {
  const [received, accepted, unchanged, stale, rejected, quarantined] = counts.map((name) =>
    numberAt(operation, 'result', name),
  ) as [number, number, number, number, number, number];
  const rejections = listAt(operation, 'result', 'rejections').slice(0, 5).map(describeRejection);
  return { received, accepted, unchanged, stale, rejected, quarantined, rejections };
}

function describeRejection(rejection: unknown): string {
  const errors = listAt(rejection, 'errors').map((error) => `${textAt(error, 'path')} ${textAt(error, 'message')}`);
  return `line ${numberAt(rejection, 'line')}: ${errors.join('; ')}`;
}

function sum(results: readonly LoadResult[]): LoadResult {
  const total = { received: 0, accepted: 0, unchanged: 0, stale: 0, rejected: 0, quarantined: 0 };
  for (const result of results) for (const name of counts) total[name] += result[name];
  return { ...total, rejections: results.flatMap(({ rejections }) => rejections) };
}

/** Reports the progress of the operations that began after this load did. */
async function watch(
  client: AurumClient,
  collection: string,
  earlier: ReadonlySet<string>,
  report: (done: number) => void,
  interval: number,
  finished: AbortSignal,
): Promise<void> {
  for (;;) {
    await pause(interval, undefined, { signal: finished }).catch(() => undefined);
    if (finished.aborted) return;
    const all = await operations(client).catch(() => []);
    const mine = all.filter((item) => valueAt(item, 'collection') === collection && !earlier.has(textAt(item, 'id')));
    if (mine.length > 0) report(mine.reduce<number>((done, item) => done + numberAt(item, 'progress', 'done'), 0));
  }
}

async function operations(client: AurumClient): Promise<readonly unknown[]> {
  return listAt(await client.get('/v1/operations?limit=50'), 'items');
}

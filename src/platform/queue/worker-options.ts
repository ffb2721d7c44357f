import type { WorkerOptions } from 'bullmq';

/** What holds for every worker: its own class runs it where this process runs workers, and its queue may be away for a while. */
export const workerOptions = { autorun: false, runRetryDelay: 1_000 } satisfies Partial<WorkerOptions>;

export interface QueueFilter {
  readonly minWeight?: number;
}

export function readQueueFilter(_search: Record<string, unknown>): QueueFilter {
  return {};
}

export const queueSorts = ['priority', 'weight', '-weight', 'dueAt', 'informative'] as const;
export const queueReasons = ['uncertain', 'separated'] as const;

/** Which reviews are shown and in which order, as it stands in the address. What is left out is as the service has it. */
export interface QueueFilter {
  readonly status?: 'skipped' | undefined;
  readonly sort?: (typeof queueSorts)[number] | undefined;
  readonly reason?: (typeof queueReasons)[number] | undefined;
  readonly source?: string | undefined;
  readonly assignee?: string | undefined;
  readonly minWeight?: number | undefined;
  readonly maxWeight?: number | undefined;
}

/** Whether the pairs are those that the model would learn most from: the service chooses them, and no filter narrows them. */
export function isSuggested({ status, sort }: QueueFilter): boolean {
  return sort === 'informative' && status === undefined;
}

/** Reads a filter from an address; what it cannot mean is left out. */
export function readQueueFilter(search: Record<string, unknown>): QueueFilter {
  const { status, sort, reason, source, assignee, minWeight, maxWeight } = search;
  return withoutUndefined({
    status: status === 'skipped' ? status : undefined,
    sort: queueSorts.find((one) => one === sort && one !== 'priority'),
    reason: queueReasons.find((one) => one === reason),
    source: typeof source === 'string' && /^[a-z0-9-]{1,64}$/.test(source) ? source : undefined,
    assignee: typeof assignee === 'string' && assignee !== '' ? assignee : undefined,
    minWeight: typeof minWeight === 'number' && Number.isFinite(minWeight) ? minWeight : undefined,
    maxWeight: typeof maxWeight === 'number' && Number.isFinite(maxWeight) ? maxWeight : undefined,
  });
}

function withoutUndefined(filter: QueueFilter): QueueFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

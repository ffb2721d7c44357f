import { Group, NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { isSuggested, queueReasons, queueSorts, type QueueFilter } from './queue-filter.js';

const sortLabels: Readonly<Record<(typeof queueSorts)[number], string>> = {
  priority: 'Most urgent first',
  weight: 'Strongest first',
  '-weight': 'Weakest first',
  dueAt: 'Due first',
  informative: 'Most to learn from',
};

const reasonLabels: Readonly<Record<(typeof queueReasons)[number], string>> = {
  uncertain: 'Uncertain pairs',
  separated: 'Kept apart though alike',
};

/** What the queue is filtered and sorted by. */
export function QueueFilters(props: {
  readonly filter: QueueFilter;
  readonly onChange: (change: QueueFilter) => void;
}) {
  const { filter, onChange } = props;
  const typed = useDebouncedCallback(onChange, 400);
  const unfiltered = isSuggested(filter);
  return (
    <Group gap="xs" mb="md" role="group" aria-label="Filters">
      <SegmentedControl
        size="xs"
        aria-label="Status"
        value={filter.status ?? 'open'}
        onChange={(value) => onChange({ status: value === 'skipped' ? value : undefined })}
        data={[
          { value: 'open', label: 'Open' },
          { value: 'skipped', label: 'Skipped' },
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label="Order"
        value={filter.sort ?? 'priority'}
        onChange={({ currentTarget: { value } }) => onChange({ sort: queueSorts.find((one) => one === value) })}
        data={queueSorts.map((value) => ({ value, label: sortLabels[value] }))}
      />
      <NativeSelect
        size="xs"
        aria-label="Reason"
        disabled={unfiltered}
        value={filter.reason ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ reason: queueReasons.find((one) => one === value) })}
        data={[
          { value: '', label: 'Any reason' },
          ...queueReasons.map((value) => ({ value, label: reasonLabels[value] })),
        ]}
      />
      <NumberInput
        size="xs"
        w={112}
        disabled={unfiltered}
        aria-label="Least weight in bits"
        placeholder="From … bits"
        defaultValue={filter.minWeight}
        onChange={(value) => typed({ minWeight: typeof value === 'number' ? value : undefined })}
      />
      <NumberInput
        size="xs"
        w={112}
        disabled={unfiltered}
        aria-label="Greatest weight in bits"
        placeholder="To … bits"
        defaultValue={filter.maxWeight}
        onChange={(value) => typed({ maxWeight: typeof value === 'number' ? value : undefined })}
      />
      <TextInput
        size="xs"
        w={112}
        disabled={unfiltered}
        aria-label="Source"
        placeholder="Source"
        defaultValue={filter.source}
        onChange={({ currentTarget: { value } }) => typed({ source: value === '' ? undefined : value })}
      />
      <TextInput
        size="xs"
        w={112}
        disabled={unfiltered}
        aria-label="Claimed by"
        placeholder="Claimed by"
        defaultValue={filter.assignee}
        onChange={({ currentTarget: { value } }) => typed({ assignee: value === '' ? undefined : value })}
      />
    </Group>
  );
}

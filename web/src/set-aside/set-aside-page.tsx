import { Tabs, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { PageHead } from '../feedback/page-head.js';
import { OversizedBlocks } from './oversized-blocks.js';
import { QuarantinedRecords } from './quarantined-records.js';
import { RejectedLines } from './rejected-lines.js';
import { setAsideKinds } from './set-aside-filter.js';

const route = getRouteApi('/$collection/set-aside');

/** What could not be taken in or resolved: why, and another try. */
export function SetAsidePage() {
  const { collection } = route.useParams();
  const { kind = 'quarantine', source } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHead title="Set aside" about={`What of the ${collection} waits for a person, and why.`}>
        {kind !== 'blocks' && (
          <TextInput
            aria-label="Only of this source"
            placeholder="Only of source …"
            defaultValue={source}
            key={source}
            onKeyDown={(event) => {
              const text = event.currentTarget.value.trim();
              if (event.key === 'Enter')
                void navigate({ search: (before) => ({ ...before, source: text === '' ? undefined : text }) });
            }}
          />
        )}
      </PageHead>
      <Tabs
        value={kind}
        keepMounted={false}
        onChange={(value) => {
          const chosen = setAsideKinds.find((one) => one === value);
          void navigate({ search: (before) => ({ ...before, kind: chosen === 'quarantine' ? undefined : chosen }) });
        }}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="quarantine">Quarantine</Tabs.Tab>
          <Tabs.Tab value="rejections">Rejections</Tabs.Tab>
          <Tabs.Tab value="blocks">Oversized blocks</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="quarantine">
          <QuarantinedRecords key={collection} collection={collection} source={source} />
        </Tabs.Panel>
        <Tabs.Panel value="rejections">
          <RejectedLines key={collection} collection={collection} source={source} />
        </Tabs.Panel>
        <Tabs.Panel value="blocks">
          <OversizedBlocks collection={collection} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

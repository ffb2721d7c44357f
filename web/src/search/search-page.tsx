import { Button, Group, SimpleGrid, TextInput } from '@mantine/core';
import { MagnifyingGlassIcon } from '@radix-ui/react-icons';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHead } from '../feedback/page-head.js';
import { settings } from '../settings.js';
import { FoundGoldens } from './found-goldens.js';

const route = getRouteApi('/search');

/** Finds golden records of every collection by a text, misspelt or not. */
export function SearchPage() {
  const { q } = route.useSearch();
  return (
    <>
      <PageHead title="Search" about="Golden records by name, e-mail, code or whatever else is known of them." />
      <SearchForm key={q} q={q ?? ''} />
      <SimpleGrid cols={{ base: 1, md: settings.collections.length > 1 ? 2 : 1 }} spacing="lg">
        {settings.collections.map((collection) => (
          <FoundGoldens key={collection.collection} collection={collection} q={q} />
        ))}
      </SimpleGrid>
    </>
  );
}

function SearchForm({ q }: { readonly q: string }) {
  const navigate = route.useNavigate();
  const [text, setText] = useState(q);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ search: text.trim() === '' ? {} : { q: text.trim() } });
      }}
    >
      <Group mb="lg" gap="xs">
        <TextInput
          flex={1}
          maw={640}
          size="md"
          type="search"
          aria-label="Search for"
          placeholder="Robert Fairley, bob@example.com, RX-4410 …"
          leftSection={<MagnifyingGlassIcon />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoFocus={q === ''}
        />
        <Button type="submit" size="md">
          Search
        </Button>
      </Group>
    </form>
  );
}

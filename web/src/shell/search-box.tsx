import { Kbd, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { MagnifyingGlassIcon } from '@radix-ui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';

/** Searches golden records of every collection from any view: `/` jumps to it. */
export function SearchBox() {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const q = input.current?.value.trim() ?? '';
        void navigate({ to: '/search', search: q === '' ? {} : { q } });
      }}
    >
      <TextInput
        ref={input}
        aria-label="Search golden records"
        placeholder="Search"
        leftSection={<MagnifyingGlassIcon />}
        rightSection={<Kbd size="xs">/</Kbd>}
        w={{ base: 150, xs: 240, md: 340 }}
        type="search"
      />
    </form>
  );
}

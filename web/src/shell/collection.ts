import { useParams } from '@tanstack/react-router';
import { settings, type Collection } from '../settings.js';

const kept = 'aurum-collection';

/** The collection that the address names; elsewhere the one that was looked at last. */
export function useCollection(): Collection {
  const { collection } = useParams({ strict: false });
  if (collection !== undefined) sessionStorage.setItem(kept, collection);
  return collectionNamed(collection ?? sessionStorage.getItem(kept) ?? undefined);
}

/** @returns the first collection where there is none of that name */
export function collectionNamed(name: string | undefined): Collection {
  const found = settings.collections.find(({ collection }) => collection === name) ?? settings.collections[0];
  if (found === undefined) throw new Error('The service has no collections.');
  return found;
}

/** `customers` as it stands in a sentence's place of a title: `Customers`. */
export function titleOf(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { infiniteQueryOptions, type InfiniteData, type QueryKey } from '@tanstack/react-query';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

/** How a list is read page by page, by the cursor that each page gives. */
export function pagesOf<Item>(
  queryKey: QueryKey,
  read: (cursor: { cursor?: string }, signal: AbortSignal) => Promise<Page<Item>>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ signal, pageParam }) => read(pageParam === undefined ? {} : { cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
}

/** A list that is read page by page. */
export type PagesOf<Item> = ReturnType<typeof pagesOf<Item>>;

/** The items of all the pages that were read. */
export function itemsOf<Item>({ pages }: InfiniteData<Page<Item>>): Item[] {
  return pages.flatMap(({ items }) => items);
}

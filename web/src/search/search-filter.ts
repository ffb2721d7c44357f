/** What is searched for, as it stands in the address. */
export interface SearchFilter {
  readonly q?: string;
}

export function readSearchFilter(search: Record<string, unknown>): SearchFilter {
  // A number in the address is read as one.
  const { q } = search;
  if (typeof q === 'number') return { q: String(q) };
  return typeof q === 'string' && q !== '' ? { q } : {};
}

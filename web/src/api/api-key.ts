import { useSyncExternalStore } from 'react';

const item = 'aurum-api-key';
const listeners = new Set<() => void>();

/** The API key that the steward gave. It is kept for as long as the tab is open, and nowhere else. */
export function readApiKey(): string | null {
  return sessionStorage.getItem(item);
}

/** Keeps a key, or forgets it. */
export function setApiKey(key: string | null): void {
  if (key === null) sessionStorage.removeItem(item);
  else sessionStorage.setItem(item, key);
  for (const listener of listeners) listener();
}

export function useApiKey(): string | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, readApiKey);
}

import { useState } from 'react';

/** Which of some things are chosen, by key. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly has: (key: string) => boolean;
  readonly toggle: (key: string) => void;
  readonly set: (keys: Iterable<string>) => void;
}

export function useSelection(): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return {
    keys,
    has: (key) => keys.has(key),
    toggle: (key) =>
      setKeys((before) => {
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      }),
    set: (chosen) => setKeys(new Set(chosen)),
  };
}

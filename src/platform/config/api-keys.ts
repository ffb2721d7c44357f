import { createHash } from 'node:crypto';

/** The SHA-256 digests of the keys that clients may present, by the name of the client. */
export type ApiKeys = ReadonlyMap<string, Buffer>;

const entry = /^([A-Za-z0-9][A-Za-z0-9_-]{0,63}):([\x21-\x2b\x2d-\x7e]{16,})$/;

/** Reads `name:key,name:key`, a key being at least 16 visible ASCII characters; undefined when it cannot be read so. */
export function readApiKeys(text: string): ApiKeys | undefined {
  const keys = new Map<string, Buffer>();
  for (const part of text.split(',')) {
    const [, name, key] = entry.exec(part.trim()) ?? [];
    if (name === undefined || key === undefined || keys.has(name)) return undefined;
    keys.set(name, digestApiKey(key));
  }
  return keys;
}

export function digestApiKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

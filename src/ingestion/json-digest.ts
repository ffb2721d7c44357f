import { hash } from 'node:crypto';
import { remembered } from '../standardization/remembered.js';

const maximumDepth = 64;
const quotedKey = remembered((key) => JSON.stringify(key));

/** Why a document cannot be held. */
export class UnstorableDocument extends Error {
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * 16 bytes that tell the content of JSON documents apart: of SHA-256 over the document with its keys in order.
 *
 * @throws UnstorableDocument where it is nested too deep or holds a number beyond what a double can tell
 */
export function digestJson(document: unknown): Buffer {
  return hash('sha256', sortedJson(document, '', 0), 'buffer').subarray(0, 16);
}

function sortedJson(value: unknown, path: string, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new UnstorableDocument(path, 'is a number out of range');
    return String(value);
  }
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth >= maximumDepth) throw new UnstorableDocument(path, `is nested deeper than ${maximumDepth} levels`);
  if (Array.isArray(value))
    return `[${value.map((item, index) => sortedJson(item, `${path}[${index}]`, depth + 1)).join(',')}]`;
  const entries = value as Record<string, unknown>;
  let json = '';
  for (const key of Object.keys(entries).sort())
    json += `${quotedKey(key)}:${sortedJson(entries[key], path === '' ? key : `${path}.${key}`, depth + 1)},`;
  return `{${json}}`;
}

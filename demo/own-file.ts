import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import { inChunks, type RecordFormat } from './service/aurum-client.js';
import { isObject, textAt, valueAt } from './service/json.js';
import type { Upload } from './service/load-records.js';

/** A file of the user's own, ready to be loaded. */
export interface OwnFile {
  readonly collection: string;
  /** The body of `PUT /v1/sources/{source}`, for the source that `upload` names. */
  readonly definition: unknown;
  readonly upload: Upload;
}

const formats: Readonly<Record<string, RecordFormat>> = {
  '.csv': 'text/csv',
  '.ndjson': 'application/x-ndjson',
  '.jsonl': 'application/x-ndjson',
  '.json': 'application/json',
};

/**
 * Reads a mapping file, `{ "collection", "source": { "name", "mappings", ... }, "idColumn" }`, and opens the data beside it.
 * With an `idColumn` the lines of an NDJSON file are the source's own records, without one they are `{ "sourceId", "data" }`.
 * @throws Error naming the file, when one cannot be read or does not say enough
 */
export async function openOwnFile(dataFile: string, mappingFile: string): Promise<OwnFile> {
  const mapping = await readMapping(mappingFile);
  const format = formats[extname(dataFile).toLowerCase()];
  if (format === undefined) throw new Error(`${dataFile}: expected a .csv, .ndjson, .jsonl or .json file.`);
  await access(dataFile).catch(() => {
    throw new Error(`${dataFile} cannot be read.`);
  });
  try {
    const idColumn = valueAt(mapping, 'idColumn') === undefined ? undefined : textAt(mapping, 'idColumn');
    if (format === 'text/csv' && idColumn === undefined) throw new Error("Expected a text at 'idColumn'.");
    const source = slug(textAt(mapping, 'source', 'name'));
    const wrapped = format === 'application/x-ndjson' && idColumn !== undefined;
    return {
      collection: textAt(mapping, 'collection'),
      definition: valueAt(mapping, 'source'),
      upload: {
        source,
        format,
        ...(format === 'text/csv' && idColumn !== undefined && { idColumn }),
        body: wrapped ? inChunks(wrapLines(dataFile, idColumn)) : createReadStream(dataFile),
      },
    };
  } catch (error) {
    throw new Error(`${mappingFile}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function readMapping(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} cannot be read.`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${file} is not JSON.`, { cause: error });
  }
}

/** `My CRM` as it may stand in a path: `my-crm`. */
export function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return words.slice(0, 64) || 'source';
}

/** A line that is no object is sent as it stands, so that the service names it. */
async function* wrapLines(file: string, idColumn: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    yield `${wrapLine(line, idColumn)}\n`;
  }
}

export function wrapLine(line: string, idColumn: string): string {
  try {
    const data: unknown = JSON.parse(line);
    if (!isObject(data)) return line;
    const { [idColumn]: id, ...rest } = data;
    return JSON.stringify({ sourceId: typeof id === 'number' ? String(id) : id, data: rest });
  } catch {
    return line;
  }
}

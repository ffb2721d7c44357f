import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import { isObject, textAt, valueAt } from '../demo/service/json.js';
import { pairKey } from '../demo/service/pair-quality.js';

/** A file of a labelled set and the source that it stands for. */
export interface LabelledSource {
  readonly source: string;
  readonly file: string;
  readonly idColumn: string;
  /** As `PUT /v1/sources/{source}` takes it. */
  readonly definition: unknown;
}

/** Records of which it is known which are the same thing, and how they are to be loaded. */
export interface LabelledSet {
  readonly name: string;
  readonly collection: string;
  /** The file of true pairs: two columns of record ids, which for two sources are in their order. */
  readonly truthFile: string;
  readonly sources: readonly LabelledSource[];
}

// Mappings are data, which the compiler does not copy: they are read where they are written.
const mappings = fileURLToPath(new URL('../../bench/quality/mappings/', import.meta.url));

/**
 * The labelled sets in a directory, one folder each, for which there is a mapping file:
 * `{ "collection", "truth", "sources": { "left": { "file", "idColumn", "source": { ... } } } }`.
 * @param wanted the names of those that are wanted, where not all are
 * @throws Error where there is none
 */
export async function findLabelledSets(directory: string, wanted?: readonly string[]): Promise<readonly LabelledSet[]> {
  const present = new Set(await readdir(directory));
  const names = (await readdir(mappings))
    .filter((file) => extname(file) === '.json')
    .map((file) => basename(file, '.json'));
  const found = names.filter((name) => present.has(name) && (wanted?.includes(name) ?? true)).sort();
  if (found.length === 0) throw new Error(`There is no such set with a mapping in ${directory}.`);
  return Promise.all(found.map((name) => readLabelledSet(name, join(directory, name))));
}

async function readLabelledSet(name: string, directory: string): Promise<LabelledSet> {
  const mapping: unknown = JSON.parse(await readFile(join(mappings, `${name}.json`), 'utf8'));
  const sources = valueAt(mapping, 'sources');
  if (!isObject(sources)) throw new Error(`The mapping of ${name} names no sources.`);
  return {
    name,
    collection: textAt(mapping, 'collection'),
    truthFile: join(directory, textAt(mapping, 'truth')),
    sources: Object.entries(sources).map(([source, value]) => ({
      source,
      file: join(directory, textAt(value, 'file')),
      idColumn: textAt(value, 'idColumn'),
      definition: valueAt(value, 'source'),
    })),
  };
}

/** A record of a set by one text: its id alone may occur in both sources. */
export function recordKey(source: string, sourceId: string): string {
  return `${source} ${sourceId}`;
}

/** The true pairs of a set, by `pairKey` of their `recordKey`s. */
export async function readTruth(set: LabelledSet): Promise<ReadonlySet<string>> {
  const truth = new Set<string>();
  for await (const [a, b] of truePairs(set)) truth.add(pairKey(a, b));
  return truth;
}

/** The true pairs of a set, each as the `recordKey`s of its two records. */
export async function* truePairs({ truthFile, sources }: LabelledSet): AsyncGenerator<readonly [string, string]> {
  const [first, second = first] = sources.map(({ source }) => source);
  if (first === undefined || second === undefined) throw new Error('A labelled set needs a source.');
  const rows: AsyncIterable<unknown> = createReadStream(truthFile).pipe(parse({ fromLine: 2 }));
  for await (const row of rows) {
    const [a, b] = Array.isArray(row) ? row.map(String) : [];
    if (a !== undefined && b !== undefined) yield [recordKey(first, a), recordKey(second, b)];
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** How a labelled set is loaded: its files and, for each, the source that it is of. */
export interface SetMapping {
  readonly collection: string;
  /** The file of true pairs: two columns of record ids, which for two sources are in their order. */
  readonly truth: string;
  readonly sources: Readonly<Record<string, FileMapping>>;
}

export interface FileMapping {
  /** The path of the file, once the set is read. */
  readonly file: string;
  readonly idColumn: string;
  /** A source as `PUT /v1/sources/{source}` takes it. */
  readonly source: {
    readonly name: string;
    readonly trust?: number;
    readonly duplicateFree?: boolean;
    readonly defaultRegion?: string;
    readonly mappings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

/** One record of a set, its source's own columns unmapped. */
export interface LabelledRecord {
  readonly source: string;
  readonly sourceId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Records of which it is known which are the same thing, and how they are to be loaded. */
export interface LabelledSet {
  readonly name: string;
  readonly mapping: SetMapping;
  readonly records: readonly LabelledRecord[];
  /** Pairs that are the same thing, as indexes into `records`. */
  readonly truth: readonly (readonly [number, number])[];
  /** Whether the truth of several sources tells of pairs within a source too. */
  readonly withinSources?: boolean;
}

// Mappings are data, which the compiler does not copy: they are read where they are written.
const ownMappings = fileURLToPath(new URL('../../bench/quality/mappings/', import.meta.url));

/**
 * The labelled sets in a directory, one folder each, for which there is a mapping file `{name}.json` as `SetMapping` says.
 * @param wanted the names of those that are wanted, where not all are
 * @throws Error where there is none
 */
export function findLabelledSets(
  directory: string,
  wanted: readonly string[] = [],
  mappings = ownMappings,
): readonly LabelledSet[] {
  const found = readdirSync(mappings)
    .filter((file) => extname(file) === '.json')
    .map((file) => basename(file, '.json'))
    .filter((name) => existsSync(join(directory, name)) && (wanted.length === 0 || wanted.includes(name)))
    .sort();
  if (found.length === 0) throw new Error(`There is no such set with a mapping in ${directory}.`);
  return found.map((name) => readLabelledSet(name, join(mappings, `${name}.json`), join(directory, name)));
}

function readLabelledSet(name: string, mappingFile: string, directory: string): LabelledSet {
  const written = JSON.parse(readFileSync(mappingFile, 'utf8')) as SetMapping;
  const sources = Object.entries(written.sources).map(([source, file]) => {
    return [source, { ...file, file: join(directory, file.file) }] as const;
  });
  const records = sources.flatMap(([source, { file, idColumn }]) =>
    readCsv(file).map((row) => {
      const { [idColumn]: sourceId = '', ...data } = row;
      return { source, sourceId, data };
    }),
  );
  const mapping = { ...written, sources: Object.fromEntries(sources) };
  return { name, mapping, records, truth: readTruth(join(directory, mapping.truth), mapping, records) };
}

/** Truth names records by id: of two sources the left and the right one, of one source both. */
function readTruth(file: string, { sources }: SetMapping, records: readonly LabelledRecord[]): [number, number][] {
  const [left = '', right = left] = Object.keys(sources);
  const indexOf = new Map(records.map((record, index) => [recordKey(record), index]));
  return readCsv(file).flatMap((row) => {
    const [a = '', b = ''] = Object.values(row);
    const one = indexOf.get(recordKey({ source: left, sourceId: a }));
    const other = indexOf.get(recordKey({ source: right, sourceId: b }));
    return one === undefined || other === undefined ? [] : [[one, other] as [number, number]];
  });
}

/** A record of a set by one text: its id alone may occur in both sources. */
export function recordKey({ source, sourceId }: Pick<LabelledRecord, 'source' | 'sourceId'>): string {
  return `${source} ${sourceId}`;
}

/** The true pairs of a set, each as the `recordKey`s of its two records. */
export function truePairs({ truth, records }: LabelledSet): (readonly [string, string])[] {
  const keys = records.map(recordKey);
  return truth.map(([a, b]) => [keys[a] ?? '', keys[b] ?? '']);
}

function readCsv(file: string): Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    columns: true,
    skip_empty_lines: true,
    bom: true,
    relax_column_count: true,
  });
}

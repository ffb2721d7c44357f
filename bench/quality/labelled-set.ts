import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** How a labelled set is loaded: its files and, for each, the source that it is of. */
export interface SetMapping {
  readonly collection: string;
  readonly truth: string;
  readonly sources: Readonly<Record<string, FileMapping>>;
}

export interface FileMapping {
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

export interface LabelledSet {
  readonly name: string;
  readonly mapping: SetMapping;
  readonly records: readonly LabelledRecord[];
  /** Pairs that are the same thing, as indexes into `records`. */
  readonly truth: readonly (readonly [number, number])[];
  /** Whether the truth of several sources tells of pairs within a source too. */
  readonly withinSources?: boolean;
}

/** Reads a labelled set: its mapping beside this file, its records and truth under `dataDirectory`. */
export function readLabelledSet(name: string, mappingFile: string, dataDirectory: string): LabelledSet {
  const mapping = JSON.parse(readFileSync(mappingFile, 'utf8')) as SetMapping;
  const records = Object.entries(mapping.sources).flatMap(([source, { file, idColumn }]) =>
    readCsv(join(dataDirectory, name, file)).map((row) => {
      const { [idColumn]: sourceId = '', ...data } = row;
      return { source, sourceId, data };
    }),
  );
  return { name, mapping, records, truth: readTruth(join(dataDirectory, name, mapping.truth), mapping, records) };
}

/** Truth names records by id: of two sources the left and the right one, of one source both. */
function readTruth(file: string, mapping: SetMapping, records: readonly LabelledRecord[]): [number, number][] {
  const sources = Object.keys(mapping.sources);
  const [left = '', right = left] = sources;
  const indexOf = new Map(records.map(({ source, sourceId }, index) => [`${source}/${sourceId}`, index]));
  return readCsv(file).flatMap((row) => {
    const [a = '', b = ''] = Object.values(row);
    const [one, other] = [indexOf.get(`${left}/${a}`), indexOf.get(`${right}/${b}`)];
    return one === undefined || other === undefined ? [] : [[one, other] as [number, number]];
  });
}

function readCsv(file: string): Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    columns: true,
    skip_empty_lines: true,
    bom: true,
    relax_column_count: true,
  });
}

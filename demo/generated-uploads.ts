import { customerRecords, type Population } from './generate/customers.js';
import { productRecords } from './generate/products.js';
import { type GeneratedRecord, sourceNames, type SourceName } from './generate/source-system.js';
import { inChunks, type RecordFormat } from './service/aurum-client.js';
import type { Upload } from './service/load-records.js';

/** The records of a collection from one source, as the generator makes them. */
export type MakeRecords = (population: Population, source: SourceName) => Iterable<GeneratedRecord>;

/** The generators, by collection. */
export const makers: Readonly<Record<'customers' | 'products', MakeRecords>> = {
  customers: customerRecords,
  products: productRecords,
};

/** Each system sends in a format of its own. */
const formats: Readonly<Record<SourceName, RecordFormat>> = {
  crm: 'application/x-ndjson',
  erp: 'application/x-ndjson',
  shop: 'application/json',
};

/**
 * Uploads of generated records, made while they are sent.
 * @param note hears of every record as it is sent: here its truth is kept
 */
export function generatedUploads(
  make: MakeRecords,
  population: Population,
  note: (record: GeneratedRecord) => void,
): readonly Upload[] {
  return sourceNames.map((source) => {
    const format = formats[source];
    return { source, format, body: inChunks(write(make(population, source), format, note)) };
  });
}

function* write(
  records: Iterable<GeneratedRecord>,
  format: RecordFormat,
  note: (record: GeneratedRecord) => void,
): Generator<string> {
  const array = format === 'application/json';
  let divider = array ? '[' : '';
  for (const record of records) {
    note(record);
    const { sourceId, data, observedAt } = record;
    yield `${divider}${JSON.stringify({ sourceId, data, observedAt })}`;
    divider = array ? ',\n' : '\n';
  }
  if (array) yield divider === '[' ? '[]' : ']';
}

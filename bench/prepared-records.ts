import jsonata from 'jsonata';
import { type GeneratedRecord, sourceNames, type SourceName } from '../demo/generate/source-system.js';
import { sourceDefinitions } from '../demo/source-definitions.js';
import type { Population } from '../demo/generate/customers.js';
import { canonicalize } from '../src/domain/canonicalize.js';
import type { Domain } from '../src/domain/domain.js';
import type { StandardForm } from '../src/matching/model.js';
import type { Member } from '../src/survivorship/candidate.js';

/** A generated record as ingestion would store it, worked out by the pure rooms alone. */
export interface PreparedRecord {
  readonly member: Member;
  readonly data: Readonly<Record<string, unknown>>;
  readonly form: StandardForm;
}

type Generate = (population: Population, source: SourceName) => Iterable<GeneratedRecord>;

/** The generated records of one source, worked out one after the other. */
export async function* preparedRecords(
  domain: Domain,
  generate: Generate,
  population: Population,
  source: SourceName,
): AsyncGenerator<PreparedRecord, void> {
  const { trust = 0.5, defaultRegion, mappings = {} } = sourceDefinitions[source];
  const expressions = Object.entries(mappings[domain.collection] ?? {}).map(
    ([path, expression]) => [path.split('.'), jsonata(expression)] as const,
  );
  for (const { sourceId, data, observedAt } of generate(population, source)) {
    const raw: Record<string, unknown> = expressions.length > 0 ? {} : data;
    for (const [path, expression] of expressions) place(raw, path, await expression.evaluate(data));
    const context = defaultRegion === undefined ? {} : { defaultRegion };
    const read = canonicalize(domain.attributes, raw, context);
    if (!read.ok) throw new Error(`A generated record was not accepted: ${JSON.stringify(read.errors)}`);
    const member = { source, sourceId, trust, observedAt, canonical: read.canonical, flagged: [] };
    yield { member, data, form: domain.standardize(read.canonical, context) };
  }
}

/** The same of every source, in turns, as they arrive when all send at once. */
export async function* preparedRecordsOfAll(
  domain: Domain,
  generate: Generate,
  population: Population,
): AsyncGenerator<PreparedRecord, void> {
  let open = sourceNames.map((source) => preparedRecords(domain, generate, population, source));
  while (open.length > 0) {
    const turns = await Promise.all(open.map(async (records) => ({ records, next: await records.next() })));
    open = turns.filter(({ next }) => next.done !== true).map(({ records }) => records);
    for (const { next } of turns) if (next.done !== true) yield next.value;
  }
}

/** Sets a value at a path of at most two names. */
function place(target: Record<string, unknown>, [name = '', part]: readonly string[], value: unknown): void {
  if (value === undefined) return;
  if (part === undefined) target[name] = value;
  else target[name] = { ...(target[name] as object | undefined), [part]: value };
}

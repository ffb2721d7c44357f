import { drawGolden } from './draw-golden.js';
import type { AurumClient } from './service/aurum-client.js';
import { crosswalkOf } from './service/crosswalk.js';
import { textAt, valueAt } from './service/json.js';
import { ClusterAgreement, type PairQuality } from './service/pair-quality.js';

/** The truth of a generated record: the number of the real thing that it is of. */
export type Truth = ReadonlyMap<string, number>;

interface Member {
  readonly source: string;
  readonly sourceId: string;
}

/** A golden record to look at, and the records behind it. */
interface Example {
  readonly collection: string;
  readonly goldenId: string;
  readonly members: readonly Member[];
}

export function truthKey({ source, sourceId }: Member): string {
  return `${source} ${sourceId}`;
}

/** Prints what became of a collection, and of generated records how right it is; answers with one to look at. */
export async function showCollection(
  client: AurumClient,
  collection: string,
  truth: Truth | undefined,
): Promise<Example | undefined> {
  const golden = new Map<string, Member[]>();
  const agreement = new ClusterAgreement();
  let records = 0;
  for await (const { goldenId, ...member } of crosswalkOf(client, collection)) {
    records += 1;
    if (goldenId === undefined) continue;
    golden.set(goldenId, [...(golden.get(goldenId) ?? []), member]);
    const entity = truth?.get(truthKey(member));
    if (entity !== undefined) agreement.add(entity, goldenId);
  }
  console.log(`  ${collection}: ${count(records)} records became ${count(golden.size)} golden records.`);
  if (truth) console.log(`    ${describeQuality(agreement.entities, agreement.quality)}`);
  return pickExample(collection, golden);
}

function describeQuality(entities: number, { precision, recall, truePairs }: PairQuality): string {
  const of = `of ${count(truePairs)} pairs`;
  return `In truth ${count(entities)}. Precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${of}.`;
}

/** Of the golden records with most sources, one of four records: enough to see a choice, few enough to see it whole. */
function pickExample(collection: string, golden: ReadonlyMap<string, readonly Member[]>): Example | undefined {
  let best: { readonly example: Example; readonly rank: number; readonly key: string } | undefined;
  for (const [goldenId, members] of golden) {
    const sources = new Set(members.map(({ source }) => source)).size;
    const rank = sources * 10 - Math.abs(members.length - 4);
    const key = members.map(truthKey).sort().join();
    if (!best || rank > best.rank || (rank === best.rank && key < best.key)) {
      best = { example: { collection, goldenId, members }, rank, key };
    }
  }
  return best?.example;
}

/** Prints the golden record as a picture, and the addresses to try next. */
export async function showExample(client: AurumClient, { collection, goldenId, members }: Example): Promise<void> {
  const golden = await client.get(`/v1/${collection}/${goldenId}`);
  const records = await Promise.all(
    members.map(({ source, sourceId }) =>
      client.get(`/v1/${collection}/records/${source}/${encodeURIComponent(sourceId)}`),
    ),
  );
  console.log(`\nOne of the ${collection}:\n`);
  console.log(drawGolden(golden, records).replace(/^/gm, '  '));
  const [member] = members;
  if (member) showNext(client.url, { collection, goldenId, members }, member, nameOf(golden));
}

function showNext(url: string, { collection, goldenId }: Example, { source, sourceId }: Member, name: string): void {
  const golden = `${url}/v1/${collection}`;
  const crosswalk = new URLSearchParams({ source, sourceId }).toString();
  const query = new URLSearchParams({ q: name, limit: '3' }).toString();
  const search = JSON.stringify({ canonical: { name } }).replaceAll("'", "'\\''");
  console.log(`
Try next:

  curl '${golden}/${goldenId}'
  curl '${golden}/${goldenId}/versions'
  curl '${golden}?${crosswalk}'
  curl '${golden}?${query}'
  curl '${golden}/search' -H 'content-type: application/json' -d '${search}'
  curl '${url}/v1/${collection}/records/${source}/${encodeURIComponent(sourceId)}'
  curl '${url}/v1/events?limit=3'
  ${url}/docs    the API, to read and to try
`);
}

/** The name, put together where it is held in parts. */
function nameOf(golden: unknown): string {
  const name = valueAt(golden, 'attributes', 'name');
  if (typeof name === 'string') return name;
  const parts = ['givenName', 'familyName'].map((part) => valueAt(golden, 'attributes', part));
  return parts.filter((part) => typeof part === 'string').join(' ') || textAt(golden, 'id');
}

function count(number: number): string {
  return number.toLocaleString('en');
}

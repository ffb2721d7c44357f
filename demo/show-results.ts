import { drawGolden } from './draw-golden.js';
import type { AurumClient } from './service/aurum-client.js';
import { crosswalkOf } from './service/crosswalk.js';
import { isObject, textAt, valueAt } from './service/json.js';
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
  readonly golden: unknown;
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
  return pickExample(client, collection, golden);
}

function describeQuality(entities: number, { precision, recall, truePairs }: PairQuality): string {
  const of = `of ${count(truePairs)} pairs`;
  return `In truth ${count(entities)}. Precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${of}.`;
}

/** Of the golden records of several sources, some of four records: enough to see a choice, few enough to see it whole. */
async function pickExample(
  client: AurumClient,
  collection: string,
  golden: ReadonlyMap<string, readonly Member[]>,
): Promise<Example | undefined> {
  const ranked = [...golden].map(([goldenId, members]) => {
    const sources = new Set(members.map(({ source }) => source)).size;
    return {
      goldenId,
      members,
      rank: sources * 10 - Math.abs(members.length - 4),
      key: members.map(truthKey).sort().join(),
    };
  });
  ranked.sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1));
  let best: (Example & { readonly richness: number }) | undefined;
  for (const { goldenId, members } of ranked.slice(0, 20)) {
    const content = await client.get(`/v1/${collection}/${goldenId}`);
    const richness = richnessOf(content);
    if (!best || richness > best.richness) best = { collection, golden: content, members, richness };
  }
  return best;
}

/** How many records gave it a value, and then how many values it has. */
function richnessOf(golden: unknown): number {
  const lineage = valueAt(golden, 'lineage');
  const winners = isObject(lineage) ? Object.values(lineage) : [];
  const records = new Set(winners.map((winner) => `${textAt(winner, 'source')} ${textAt(winner, 'sourceId')}`));
  return records.size * 100 + winners.length;
}

/** Prints the golden record as a picture, and the addresses to try next. */
export async function showExample(client: AurumClient, { collection, golden, members }: Example): Promise<void> {
  const addresses = members.map(({ source, sourceId }) => {
    return `/v1/${collection}/records/${source}/${encodeURIComponent(sourceId)}`;
  });
  const records = await Promise.all(addresses.map((address) => client.get(address)));
  console.log(`\nOne of the ${collection}:\n`);
  console.log(drawGolden(golden, records).replace(/^/gm, '  '));
  const [member] = members;
  if (member) showNext(client.url, collection, golden, member);
}

function showNext(url: string, collection: string, golden: unknown, { source, sourceId }: Member): void {
  const [base, id] = [`${url}/v1/${collection}`, textAt(golden, 'id')];
  const crosswalk = new URLSearchParams({ source, sourceId }).toString();
  const query = new URLSearchParams({ q: nameOf(golden), limit: '3' }).toString();
  const search = JSON.stringify({ canonical: valueAt(golden, 'attributes'), limit: 3 }).replaceAll("'", "'\\''");
  console.log(`
Try next:

  curl '${base}/${id}'
  curl '${base}/${id}/versions'
  curl '${base}?${crosswalk}'
  curl '${base}?${query}'
  curl '${base}/records/${source}/${encodeURIComponent(sourceId)}'
  curl '${url}/v1/events?limit=3'
  curl '${base}/search' -H 'content-type: application/json' -d '${search}'
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

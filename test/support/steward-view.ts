import { nameOf } from './reference-record.js';
import type { PinAnswer, ReviewAnswer, Steward } from './stewards.js';

/** A feed event, as far as it is held against the reference. */
interface FeedEvent {
  readonly subject: string;
  readonly type: string;
  readonly data: { readonly version: number };
}

interface GoldenAnswer {
  readonly id: string;
  readonly version: number;
  readonly attributes: unknown;
  readonly lineage: unknown;
  readonly records: readonly { source: string; sourceId: string }[];
}

/** All that a steward can see, in a form that can be held against a reference. */
export class StewardView {
  private cursor = '';

  constructor(private readonly steward: Steward) {}

  async owners(): Promise<Map<string, string>> {
    const { body } = await this.steward.request('get', '/suppliers/crosswalk');
    const lines = body as { source: string; sourceId: string; goldenId: string }[];
    return new Map(lines.map((line) => [nameOf(line), line.goldenId]));
  }

  async goldens(owners: ReadonlyMap<string, string>): Promise<unknown[]> {
    const ids = [...new Set(owners.values())].toSorted();
    return Promise.all(
      ids.map(async (id) => {
        const golden = await this.steward.done<GoldenAnswer>('get', `/suppliers/${id}`);
        const { version, attributes, lineage, records } = golden;
        return { id, version, attributes, lineage, records: records.map(nameOf) };
      }),
    );
  }

  /** The pins that stand, each with the golden record that it is on. */
  async pins(owners: ReadonlyMap<string, string>): Promise<string[]> {
    const pages = [...new Set(owners.values())].map(async (goldenId) => {
      const path = `/suppliers/${goldenId}/pins?limit=1000`;
      const { items } = await this.steward.done<{ items: PinAnswer[] }>('get', path);
      return items.map(({ id, attribute }) => `${goldenId} ${attribute} ${id}`);
    });
    return (await Promise.all(pages)).flat().toSorted();
  }

  async redirects(ids: readonly string[]): Promise<string[]> {
    return Promise.all(
      ids.map(async (id) => {
        const { status, headers } = await this.steward.request('get', `/suppliers/${id}`);
        return `${id} ${status === 308 ? headers.get('location')!.split('/').at(-1)! : status}`;
      }),
    );
  }

  async reviews(): Promise<unknown[]> {
    return (await this.listed())
      .map(({ id, weight, pairs, status, group }) => ({
        id,
        group: group ? group.goldenRecords.map((golden) => golden.id).toSorted() : [],
        weight: Math.fround(weight),
        pairs,
        skipped: status === 'skipped',
      }))
      .toSorted((x, y) => (x.id < y.id ? -1 : 1));
  }

  async listed(): Promise<ReviewAnswer[]> {
    const list = async (status: string) =>
      (
        await this.steward.done<{ items: ReviewAnswer[] }>(
          'get',
          `/suppliers/reviews?status=${status}&sort=weight&limit=1000`,
        )
      ).items;
    return [...(await list('open')), ...(await list('skipped'))];
  }

  async events(): Promise<string[]> {
    const after = this.cursor === '' ? '' : `&after=${this.cursor}`;
    const page = await this.steward.done<{ items: FeedEvent[]; next: string }>('get', `/events?limit=1000${after}`);
    this.cursor = page.next;
    return page.items.map(({ subject, type, data }) => `${subject} ${data.version} ${type.split('.')[2]}`).toSorted();
  }
}

import { startAurum, type AurumOptions, type RunningAurum } from '../support/start-aurum.js';
import {
  Steward,
  stewardKeys,
  type OutcomeAnswer,
  type ReviewAnswer,
  type ReviewOutcomeAnswer,
} from '../support/stewards.js';
import { supplier } from './supplier.js';

/** A golden supplier as it is answered. */
export interface Golden {
  readonly id: string;
  readonly version: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly lineage: unknown;
  readonly records: readonly { source: string; sourceId: string }[];
}

export interface Page<Item> {
  readonly items: Item[];
  readonly next?: string;
}

/** Records by their sources' names, `ledger/1`, as a request names them. */
export const names = (...paths: string[]) =>
  paths.map((path) => ({ source: path.split('/')[0]!, sourceId: path.split('/')[1]! }));

/** The records of a golden record in one line: `ledger/1 ledger/2`. */
export const members = ({ records }: { readonly records: Golden['records'] }) =>
  records.map(({ source, sourceId }) => `${source}/${sourceId}`).join(' ');

/** The records of a review in one line: `ledger/1 ~ ledger/2`. */
export const pairName = ({ records }: { readonly records: Golden['records'] }) =>
  records.map(({ source, sourceId }) => `${source}/${sourceId}`).join(' ~ ');

/** Two stewards at their work on suppliers. */
export class SupplierDesk {
  private constructor(
    readonly aurum: RunningAurum,
    readonly ada: Steward,
    readonly ben: Steward,
  ) {}

  static async open({ domains = [supplier], configuration = {} }: AurumOptions = {}): Promise<SupplierDesk> {
    const aurum = await startAurum({ domains, configuration: { ...configuration, apiKeys: stewardKeys } });
    const [ada, ben] = [await Steward.connect(aurum.url, 'ada'), await Steward.connect(aurum.url, 'ben')];
    await ada.done('put', '/sources/ledger', { name: 'Ledger', trust: 0.5, duplicateFree: false, mappings: {} });
    await ada.done('put', '/sources/registry', { name: 'Registry', trust: 0.9, duplicateFree: true, mappings: {} });
    return new SupplierDesk(aurum, ada, ben);
  }

  close(): Promise<void> {
    return this.aurum.close();
  }

  /** Puts a record, and waits until it is resolved. */
  async put(path: string, data: object): Promise<void> {
    await this.ada.done('put', `/suppliers/records/${path}`, { data }, { prefer: 'wait=20' });
  }

  async remove(path: string): Promise<void> {
    await this.ada.done('delete', `/suppliers/records/${path}`, undefined, { prefer: 'wait=20' });
  }

  async golden(path: string): Promise<Golden> {
    const [source, sourceId] = path.split('/');
    const { items } = await this.ada.done<Page<Golden>>('get', `/suppliers?source=${source}&sourceId=${sourceId}`);
    const [found] = items;
    if (!found) throw new Error(`${path} has no golden record`);
    return found;
  }

  merge(id: string, other: string, more: object = {}): Promise<OutcomeAnswer> {
    return this.ada.done('post', `/suppliers/${id}/merge`, { with: other, ...more });
  }

  split(id: string, ...paths: string[]): Promise<OutcomeAnswer> {
    return this.ada.done('post', `/suppliers/${id}/split`, { records: names(...paths) });
  }

  revoke({ decision }: OutcomeAnswer): Promise<OutcomeAnswer> {
    return this.ada.done('post', `/suppliers/decisions/${decision!.id}/revocation`, { reason: 'a mistake' });
  }

  async reviews(query = ''): Promise<ReviewAnswer[]> {
    return (await this.ada.done<Page<ReviewAnswer>>('get', `/suppliers/reviews?limit=1000&${query}`)).items;
  }

  review(id: string, query = ''): Promise<ReviewAnswer> {
    return this.ada.done('get', `/suppliers/reviews/${id}${query}`);
  }

  decide(id: string, decision: string, more: object = {}): Promise<ReviewOutcomeAnswer> {
    return this.ada.done('post', `/suppliers/reviews/${id}/decision`, { decision, ...more });
  }

  /** Puts two records that only their name speaks for, and answers with their review. */
  async uncertain(name: string, one: string, other: string): Promise<ReviewAnswer> {
    for (const path of [one, other]) await this.put(path, { name });
    const found = (await this.reviews()).find((review) => pairName(review) === `${one} ~ ${other}`);
    if (!found) throw new Error(`${one} and ${other} are not under review`);
    return found;
  }
}

import { type AurumClient, RequestFailed } from '../demo/service/aurum-client.js';
import { listAt, textAt } from '../demo/service/json.js';
import { type LabelledSet, recordKey, truePairs } from './labelled-set.js';

/** The orders in which the service offers open reviews: as its queue stands, or those first from which the model learns most. */
const reviewOrders = { queue: 'reviews?status=open&limit=10', next: 'reviews/next?limit=10' } as const;
export type ReviewOrder = keyof typeof reviewOrders;

/** A steward who knows the truth of a labelled set and answers review after review by it, as the service offers them. */
export class DecidingSteward {
  /** Reviews that were answered with a match, and with no match. */
  readonly answered = { match: 0, noMatch: 0 };
  /** Reviews that had closed before they were answered, or were put off since earlier answers contradict the answer. */
  passedOver = 0;

  private constructor(
    private readonly client: AurumClient,
    private readonly collection: string,
    private readonly order: ReviewOrder,
    private readonly partners: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  static of(client: AurumClient, set: LabelledSet, order: ReviewOrder): DecidingSteward {
    const partners = new Map<string, Set<string>>();
    const relate = (a: string, b: string): unknown => partners.set(a, (partners.get(a) ?? new Set()).add(b));
    for (const [a, b] of truePairs(set)) {
      relate(a, b);
      relate(b, a);
    }
    return new DecidingSteward(client, set.mapping.collection, order, partners);
  }

  get decisions(): number {
    return this.answered.match + this.answered.noMatch;
  }

  /** Decides one review after the other, and after each answers with how many there are, until none is open. */
  async *decideAll(): AsyncGenerator<number> {
    for (;;) {
      const offered = listAt(await this.client.get(`/v1/${this.collection}/${reviewOrders[this.order]}`), 'items');
      if (offered.length === 0) return;
      for (const review of offered) if (await this.decide(review)) yield this.decisions;
    }
  }

  /** @returns whether the decision was taken */
  private async decide(review: unknown): Promise<boolean> {
    const path = `/v1/${this.collection}/reviews/${textAt(review, 'id')}`;
    const [a = '', b = ''] = listAt(review, 'records').map((side) =>
      recordKey({ source: textAt(side, 'source'), sourceId: textAt(side, 'sourceId') }),
    );
    const decision = this.isSame(a, b) ? 'match' : 'noMatch';
    try {
      await this.client.post(`${path}/decision`, { decision });
      this.answered[decision] += 1;
      return true;
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.status !== 409) throw error;
    }
    this.passedOver += 1;
    // It would else be offered again and again.
    if (textAt(await this.client.get(path), 'status') === 'open')
      await this.client.post(`${path}/decision`, { decision: 'skip', reason: 'Contradicts an earlier decision.' });
    return false;
  }

  /** Of two sources the truth names pairs across alone: two records of one source are the same where they share a partner. */
  private isSame(a: string, b: string): boolean {
    const partners = this.partners.get(a) ?? new Set<string>();
    return partners.has(b) || [...partners].some((partner) => this.partners.get(partner)?.has(b));
  }
}

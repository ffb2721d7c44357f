import { digestApiKey } from '../../src/platform/config/api-keys.js';
import { ContractClient, type ContractAnswer, type ContractRequest } from './contract-client.js';

/** A record as answers name it. */
interface RecordAnswer {
  readonly source: string;
  readonly sourceId: string;
}

/** A decision as it is answered. */
export interface DecisionAnswer {
  readonly id: string;
  readonly kind: string;
  readonly verdict: string;
  readonly status: string;
  readonly by: string | null;
  readonly reason?: string;
  readonly model: string;
  readonly weight: number | null;
  readonly sides: readonly (readonly { source: string; sourceId: string }[])[];
  readonly evidence: readonly { evidence: { weight: number } }[];
  readonly ended?: { by: string | null; reason?: string; supersededBy?: string };
}

/** What a decision changed, as it is answered. */
export interface OutcomeAnswer {
  readonly decision?: DecisionAnswer;
  readonly affectedDecisions: readonly string[];
  readonly changes: readonly {
    readonly id: string | null;
    readonly change: string;
    readonly versionBefore: number | null;
    readonly versionAfter: number;
    readonly merged?: readonly string[];
    readonly splitInto?: readonly string[];
    readonly splitFrom?: string;
    readonly records: readonly { source: string; sourceId: string }[];
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
}

/** A pin as it is answered. */
export interface PinAnswer {
  readonly id: string;
  readonly attribute: string;
  readonly value?: unknown;
  readonly ignore?: unknown;
  readonly createdAt: string;
  readonly status: string;
  readonly createdBy: string | null;
  readonly endedBy?: string | null;
}

/** What a pin changed, as it is answered. */
export interface PinOutcomeAnswer extends Pick<OutcomeAnswer, 'changes'> {
  readonly pin?: PinAnswer;
  readonly ended: readonly PinAnswer[];
}

/** A review as it is answered. */
export interface ReviewAnswer {
  readonly id: string;
  readonly status: string;
  readonly closedBecause?: string;
  readonly reason: string;
  readonly weight: number;
  readonly priority: number;
  readonly pairs: number;
  readonly decision?: string;
  readonly claim?: { by: string | null; until: string };
  readonly dueAt?: string;
  readonly skipped?: { by: string | null; reason?: string };
  readonly records: readonly {
    source: string;
    sourceId: string;
    goldenId: string | null;
    goldenVersion: number | null;
  }[];
  readonly preview?: OutcomeAnswer['changes'];
  readonly group?: {
    readonly goldenRecords: readonly { id: string; version: number; records: readonly RecordAnswer[] }[];
    readonly reviews: readonly {
      id: string;
      records: readonly RecordAnswer[];
      goldenIds: readonly string[];
      weight: number;
      evidence: { weight: number };
    }[];
    readonly complete: boolean;
    readonly preview?: OutcomeAnswer['changes'];
  };
}

/** What became of a review, as it is answered. */
export interface ReviewOutcomeAnswer extends OutcomeAnswer {
  readonly review: string;
  readonly status: string;
  readonly reviews: readonly string[];
}

const keys = { ada: 'ada-0123456789abcdef', ben: 'ben-0123456789abcdef' } as const;

/** The API keys of two stewards, for the configuration of a service. */
export const stewardKeys = new Map(Object.entries(keys).map(([name, key]) => [name, digestApiKey(key)]));

/** One of the stewards at work: every answer is held against the document. */
export class Steward {
  private constructor(
    private readonly client: ContractClient,
    private readonly name: keyof typeof keys,
  ) {}

  static async connect(url: string, name: keyof typeof keys): Promise<Steward> {
    return new Steward(await ContractClient.connect(url), name);
  }

  async request(method: string, path: string, { body, headers }: ContractRequest = {}): Promise<ContractAnswer> {
    const authorization = `Bearer ${keys[this.name]}`;
    return this.client.request(method, `/v1${path}`, {
      headers: { ...headers, authorization },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** Sends a request that must succeed, and answers with its body. */
  async done<Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Body> {
    const answer = await this.request(method, path, { headers, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  /** Sends a request that must be refused, and answers with the status and what the problem says. */
  async refused(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; title: string; detail: string; paths: string[] }> {
    const answer = await this.request(method, path, { headers, ...(body === undefined ? {} : { body }) });
    const problem = answer.body as { title: string; detail: string; errors?: { path: string }[] };
    return {
      status: answer.status,
      title: problem.title,
      detail: problem.detail,
      paths: (problem.errors ?? []).map(({ path: at }) => at),
    };
  }
}

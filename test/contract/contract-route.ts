/**
 * The wire contract as data: what clients may rely on. The document and the service are held against it, and nothing here
 * is taken from either. `{collection}` stands for every collection.
 */
export interface ContractRoute {
  readonly method: 'get' | 'put' | 'post' | 'delete';
  readonly path: string;
  /** Statuses by which the route may answer. */
  readonly statuses: readonly number[];
  readonly query?: readonly string[];
  readonly requestHeaders?: readonly string[];
  readonly requestMedia?: readonly string[];
  /** Fields of the request body, as paths. */
  readonly requestFields?: readonly string[];
  readonly answers?: readonly ContractAnswer[];
}

export interface ContractAnswer {
  readonly status: number;
  readonly media?: string;
  readonly headers?: readonly string[];
  /** Fields of the body, as paths; `[]` goes into a list. */
  readonly fields?: readonly string[];
}

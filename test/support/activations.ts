import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { customer } from '../../src/customer/customer.js';
import type { MatchingModel } from '../../src/matching/model.js';

export const headers = { 'content-type': 'application/json' };
export const sources = ['crm', 'shop'];

/** The shipped model of customers that asks for more, or for less, before it links. */
export function asking(bits: number): MatchingModel {
  const { thresholds } = customer.model;
  return { ...customer.model, thresholds: { ...thresholds, link: thresholds.link + bits } };
}

export const models: Readonly<Record<string, MatchingModel>> = {
  shipped: customer.model,
  lenient: asking(-3),
  strict: asking(12),
};

/** Puts the models into the store, as trainings would. */
export async function holdModels(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const held = Object.entries(models).filter(([id]) => id !== 'shipped');
  for (const [version, [id, model]] of held.entries())
    await client.query(
      `insert into matching_model (id, collection, version, model, report, created_at)
      values ($1, 'customers', $2, $3, '{}', now())`,
      [id, version + 1, JSON.stringify(model)],
    );
  await client.end();
}

/** Sends a request, with a body of JSON where one is given. */
export async function request(method: string, url: string, body?: unknown): Promise<Response> {
  return fetch(url, { method, ...(body === undefined ? {} : { headers, body: JSON.stringify(body) }) });
}

/** Registers the sources. */
export async function register(url: string): Promise<void> {
  for (const source of sources) {
    const { status } = await request('PUT', `${url}/v1/sources/${source}`, { name: source, trust: 0.5, mappings: {} });
    expect(status).toBeLessThan(300);
  }
}

export interface Operation {
  readonly id: string;
  readonly status: string;
  readonly progress: { readonly done: number; readonly total: number };
  readonly result: unknown;
}

/** Has a model activated, and answers with the operation. */
export async function activate(url: string, model: string): Promise<Operation> {
  const answer = await request('POST', `${url}/v1/customers/models/${model}/activation`);
  expect(answer.status).toBe(202);
  return (await answer.json()) as Operation;
}

/** An operation as it stands. */
export async function operation(url: string, id: string): Promise<Operation> {
  return (await (await request('GET', `${url}/v1/operations/${id}`)).json()) as Operation;
}

/** An operation once it has ended. */
export async function ended(url: string, id: string): Promise<Operation> {
  for (;;) {
    const found = await operation(url, id);
    if (found.status !== 'running') return found;
    await setTimeout(20);
  }
}

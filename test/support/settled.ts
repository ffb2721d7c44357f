import { setTimeout as sleep } from 'node:timers/promises';
import type { ContractAnswer, ContractClient } from './contract-client.js';

/** An operation as it is answered. */
export interface OperationAnswer {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly progress: { readonly done: number; readonly total: number };
  readonly result: Readonly<Record<string, unknown>>;
  readonly error: unknown;
}

/** The id of the operation that an answer carries, which is also where its `Location` leads. */
export function operationOf({ headers, body }: ContractAnswer): string {
  const { id } = body as OperationAnswer;
  if (headers.get('location') !== `/v1/operations/${id}`) throw new Error('The answer does not lead to its operation.');
  return id;
}

/** Waits until an operation runs no more. */
export async function settled(client: ContractClient, id: string): Promise<OperationAnswer> {
  for (;;) {
    const { body } = await client.get(`/v1/operations/${id}`);
    const operation = body as OperationAnswer;
    if (operation.status !== 'running') return operation;
    await sleep(20);
  }
}

import { readApiKeys } from '../platform/config/api-keys.js';
import { clientOf } from './api-key.guard.js';

describe('clientOf', () => {
  const keys = readApiKeys('crm:0123456789abcdef,shop:fedcba9876543210') ?? new Map<string, Buffer>();

  it.each([
    ['Bearer 0123456789abcdef', 'crm'],
    ['bearer  fedcba9876543210', 'shop'],
    ['Bearer 0123456789abcdeF', undefined],
    ['Bearer 0123456789abcdef0', undefined],
    ['Bearer', undefined],
    ['Bearer ', undefined],
    ['Basic 0123456789abcdef', undefined],
    ['0123456789abcdef', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %s', (authorization, client) => expect(clientOf(authorization, keys)).toBe(client));
});

import { customer } from '../customer/customer.js';
import type { ExpressionSandbox } from './expression-sandbox.js';
import { SourceMapping, type SourceData } from './source-mapping.js';

const mapping = new SourceMapping(
  customer,
  { type: "kind = 'account' ? 'organization' : 'person'", name: 'title', telephone: '[mobile, phone]' },
  { evaluate: () => Promise.reject(new Error('The sandbox was asked.')) } as unknown as ExpressionSandbox,
);

function data(record: Readonly<Record<string, unknown>>): SourceData {
  return { data: record, json: JSON.stringify(record) };
}

describe('SourceMapping', () => {
  const plain = data({ kind: 'account', title: 'Acme', mobile: '1', phone: null });
  const odd = data({ kind: 7, title: 'Odd', mobile: ['2', '3'] });

  it('maps records that shortcuts know at once', () => {
    expect(mapping.apply([plain])).toEqual([{ raw: { type: 'organization', name: 'Acme', telephone: ['1', null] } }]);
  });

  it('keeps the order of records of which JSONata maps some', async () => {
    expect(await mapping.apply([odd, plain, odd])).toEqual([
      { raw: { type: 'person', name: 'Odd', telephone: ['2', '3'] } },
      { raw: { type: 'organization', name: 'Acme', telephone: ['1', null] } },
      { raw: { type: 'person', name: 'Odd', telephone: ['2', '3'] } },
    ]);
  });

  it('leaves very long records to the sandbox', async () => {
    await expect(async () => mapping.apply([data({ title: 'x'.repeat(70_000) })])).rejects.toThrow(
      'The sandbox was asked.',
    );
  });
});

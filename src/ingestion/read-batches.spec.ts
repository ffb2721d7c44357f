import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { MalformedInput } from './line-batches.js';
import { readCsv } from './read-csv.js';
import { readJsonArray } from './read-json-array.js';
import { readNdjson } from './read-ndjson.js';
import { isRejected, type InputLine } from './record-line.js';

const limit = 200;

const readers = {
  ndjson: (body: AsyncIterable<Buffer>) => readNdjson(body, limit),
  array: (body: AsyncIterable<Buffer>) => readJsonArray(body, limit),
  csv: (body: AsyncIterable<Buffer>) => readCsv(body, 'id', limit),
};
type Format = keyof typeof readers;

describe.each<Format>(['ndjson', 'array', 'csv'])('reading %s', (format) => {
  const documents: Record<Format, string> = {
    ndjson:
      '{"sourceId":"1","data":{"a":"ä, \\"x\\""}}\n{"sourceId":"2","data":{"a":"€]},{["}}\n{"sourceId":"3","data":{"a":"\\\\"}}',
    array:
      ' [ {"sourceId":"1","data":{"a":"ä, \\"x\\""}} , {"sourceId":"2","data":{"a":"€]},{["}},\n{"sourceId":"3","data":{"a":"\\\\"}}\n] ',
    csv: 'id,a\n1,"ä, ""x"""\r\n2,"€]},{["\n3,\\',
  };
  const expected = [
    ['1', { a: 'ä, "x"' }],
    ['2', { a: '€]},{[' }],
    ['3', { a: '\\' }],
  ];

  it('finds the same records wherever the bytes are cut, with a byte order mark or without', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(fc.nat(160)), async (mark, cuts) => {
        const bytes = Buffer.from((mark ? '\ufeff' : '') + documents[format]);
        const lines = await collect(format, pieces(bytes, cuts));
        expect(lines.map((line) => (isRejected(line) ? line.errors : [line.sourceId, line.data]))).toEqual(expected);
      }),
    );
  });

  it('batches what is long', async () => {
    const many = Array.from({ length: 1_200 }, (_, index) => ({ sourceId: String(index), data: { a: 'x' } }));
    const text: Record<Format, string> = {
      ndjson: many.map((record) => JSON.stringify(record)).join('\n'),
      array: JSON.stringify(many),
      csv: `id,a\n${many.map(({ sourceId }) => `${sourceId},x`).join('\n')}`,
    };
    const sizes: number[] = [];
    for await (const batch of readers[format](one(pieces(Buffer.from(text[format]), [1_000, 7_000, 20_000]))))
      sizes.push(batch.length);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1_200);
  });
});

describe('reading NDJSON', () => {
  it('names the lines that are none, and goes on', async () => {
    const lines = await collect('ndjson', [
      Buffer.from('{"sourceId":"1","data":{}}\n\n   \r\nnot json\n[]\n{"sourceId":5,"data":[]}\n'),
      Buffer.from('{"sourceId":"a\\u0000","data":{},"observedAt":"yesterday","more":1}\n'),
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d, 0x0a]),
      Buffer.from(`{"sourceId":"long","data":{"a":"${'x'.repeat(limit)}"}}\n{"sourceId":"2","data":{}}`),
    ]);
    expect(
      lines.map((line) => [
        line.line,
        isRejected(line) ? line.errors.map(({ path, message }) => `${path}: ${message}`) : line.sourceId,
      ]),
    ).toEqual([
      [1, '1'],
      [4, [': is not JSON']],
      [5, [': must be an object']],
      [6, ['sourceId: must be a text that is not empty', 'data: must be an object']],
      [
        7,
        [
          'sourceId: must hold no control characters and no broken ones',
          'observedAt: must be an RFC 3339 time',
          'more: is not a field of a record',
        ],
      ],
      [8, [': is not UTF-8']],
      [9, [': is longer than 200 bytes']],
      [10, '2'],
    ]);
  });

  it('keeps nothing that a store cannot hold', async () => {
    const [line] = await collect('ndjson', [Buffer.from('a\0b\n')]);
    expect(line?.input).toBe('a\ufffdb');
  });
});

describe('reading a JSON array', () => {
  it.each([
    ['an object', '{"sourceId":"1","data":{}}', 0, 'byte 1'],
    ['nothing', '', 0, 'byte 1'],
    ['an array that does not end', '[{"sourceId":"1","data":{}}', 1, 'element 1'],
    [
      'an element that is no JSON',
      '[{"sourceId":"1","data":{}},{bad},{"sourceId":"3","data":{}}]',
      1,
      'element 2, byte 33',
    ],
    ['a missing comma', '[{"sourceId":"1","data":{}} {}]', 1, 'byte 29'],
    ['a comma too many', '[{"sourceId":"1","data":{}},]', 1, 'byte 29'],
    ['a comma first', '[,1]', 0, 'byte 2'],
    ['more after the end', '[{"sourceId":"1","data":{}}]x', 1, 'byte 29'],
  ])('gives out what came before %s', async (_what, text, before, place) => {
    const lines: InputLine[] = [];
    const reading = (async () => {
      for await (const batch of readJsonArray(one([Buffer.from(text)]), limit)) lines.push(...batch);
    })();
    await expect(reading).rejects.toThrow(MalformedInput);
    const error: unknown = await reading.catch((thrown: unknown) => thrown);
    expect((error as MalformedInput).place).toContain(place);
    expect(lines).toHaveLength(before);
  });

  it('rejects elements that are no records', async () => {
    const lines = await collect('array', [
      Buffer.from(`[1,"a,]",null,[[],[]],{"a":{"b":[1]}},"${'x'.repeat(limit)}",{"sourceId":"7","data":{}}]`),
    ]);
    expect(lines.map((line) => [line.line, isRejected(line)])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((line) => [line, line < 7]),
    );
  });

  it('takes an empty one', async () => expect(await collect('array', [Buffer.from(' [ ] ')])).toEqual([]));
});

describe('reading CSV', () => {
  it('names the rows that do not fit, and goes on', async () => {
    const lines = await collect('csv', [
      Buffer.from('a,id,b\nx,1,y\n\nx,2\nx,3,y,z\n,4,\n'),
      Buffer.concat([Buffer.from('x,5,'), Buffer.from([0xff, 0x0a])]),
      Buffer.from('x,,y\n"two\nlines",7,y\n'),
    ]);
    expect(
      lines.map((line) => [
        line.line,
        isRejected(line) ? line.errors.map(({ path, message }) => `${path}: ${message}`) : line.data,
      ]),
    ).toEqual([
      [2, { a: 'x', b: 'y' }],
      [4, [': has 2 fields and the header 3']],
      [5, [': has 4 fields and the header 3']],
      [6, { a: '', b: '' }],
      [7, [': is not UTF-8']],
      [8, ['sourceId: must be a text that is not empty']],
      [10, { a: 'two\nlines', b: 'y' }],
    ]);
  });

  it.each([
    ['no header', '', 'line 1'],
    ['a header without the column', 'a,b\n1,2', 'line 1'],
    ['a column twice', 'id,a,a\n1,2,3', 'line 1'],
    ['quotes that do not close', 'id,a\n1,x\n2,"y', 'line 3'],
  ])('stops at %s', async (_what, text, place) => {
    await expect(collect('csv', [Buffer.from(text)])).rejects.toMatchObject({ place });
  });

  it('keeps a column named __proto__', async () => {
    const [line] = await collect('csv', [Buffer.from('id,__proto__\n1,x')]);
    expect(JSON.stringify(line && !isRejected(line) && line.data)).toBe('{"__proto__":"x"}');
  });
});

async function collect(format: Format, chunks: readonly Buffer[]): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  for await (const batch of readers[format](one(chunks))) lines.push(...batch);
  return lines;
}

function one(chunks: readonly Buffer[]): AsyncIterable<Buffer> {
  return Readable.from(chunks);
}

function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set([0, ...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

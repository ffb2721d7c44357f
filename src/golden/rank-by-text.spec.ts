import { rankByText, textsOf, type TextDocument } from './rank-by-text.js';

const documents: TextDocument[] = [
  { id: 'a', texts: { name: ['john smithers'], address: ['7 elm st', 'boston'] } },
  { id: 'b', texts: { name: ['john smith'], address: ['5 main st', 'boston'] } },
  { id: 'c', texts: { name: ['jon smith'], address: ['7 elm st', 'chicago'] } },
  { id: 'd', texts: { name: ['mary smith'], address: ['john street 4', 'springfield'] } },
  { id: 'e', texts: { name: ['acme corporation'], address: ['9 oak ave', 'denver'] } },
  { id: 'f', texts: { name: ['walter brown'] } },
];

const rank = (query: string) => rankByText(query, documents, ['name', 'address']).map(({ id }) => id);

describe('rankByText', () => {
  it.each([
    ['the whole word before the longer one', 'john smith', 'b'],
    ['words in another order', 'smith john', 'b'],
    ['words of several attributes', 'smith boston', 'b'],
    ['a misspelt name', 'mery smiht', 'd'],
    ['a short name with swapped letters', 'jhon smithers', 'a'],
    ['the start of a word', 'acm', 'e'],
  ])('puts first %s', (_, query, first) => expect(rank(query)[0]).toBe(first));

  it('puts a find in the name before one in the address', () => {
    expect(rank('john').indexOf('b')).toBeLessThan(rank('john').indexOf('d'));
  });

  it('leaves out what answers no word', () => {
    expect(rank('john smith')).not.toContain('f');
    expect(rank('zzzzzz')).toEqual([]);
  });

  it('scores in (0, 1], best first, whatever the order of the documents', () => {
    const ranked = rankByText('john smith', documents, ['name', 'address']);
    expect(ranked.length).toBeGreaterThan(3);
    expect(ranked.every(({ score }) => score > 0 && score <= 1)).toBe(true);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((x, y) => y - x));
    expect(rankByText('john smith', documents.toReversed(), ['name', 'address'])).toEqual(ranked);
  });
});

describe('textsOf', () => {
  it.each([
    [undefined, []],
    ['x', ['x']],
    [1.5, ['1.5']],
    [
      ['x', 'y'],
      ['x', 'y'],
    ],
    [
      [{ streetAddress: '1 Main St', postalCode: '02115' }, { streetAddress: '2 Elm St' }],
      ['1 Main St', '02115', '2 Elm St'],
    ],
    [{ passport: 'P1' }, ['P1']],
  ])('takes %j apart', (value, texts) => expect(textsOf(value)).toEqual(texts));
});

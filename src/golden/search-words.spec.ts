import { customer } from '../customer/customer.js';
import { isSpelt, searchWords } from './search-words.js';

describe('searchWords', () => {
  it('folds the words of the search attributes, each once', () => {
    const attributes = {
      name: 'Zoë  Müller',
      email: ['zoe.mueller@example.com'],
      address: { streetAddress: '12 Zoe Way', addressLocality: '-' },
      jobTitle: 'Engineer',
    };
    expect(searchWords(customer, attributes)).toEqual(['zoe', 'mueller', 'example', 'com', '12', 'way']);
  });

  it('cuts no word in two where there are too many', () => {
    const name = Array.from({ length: 200 }, (_, index) => `name${index}`).join(' ');
    const words = searchWords(customer, { name });
    expect(words.join(' ').length).toBeLessThanOrEqual(500);
    expect(name.split(' ')).toEqual(expect.arrayContaining(words));
  });
});

it.each([
  ['lovelace', true],
  ['a', false],
  ['79586', false],
  ['ada99', false],
])('%s is spelt: %s', (word, expected) => {
  expect(isSpelt(word)).toBe(expected);
});

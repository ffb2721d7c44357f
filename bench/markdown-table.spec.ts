import { markdownTable } from './markdown-table.js';

it('is a table to read as text and as Markdown', () => {
  expect(
    markdownTable(
      ['set', 'F1'],
      [
        ['febrl4', '0.99'],
        ['x', '1'],
      ],
    ),
  ).toBe(['| set    |   F1 |', '| ------ | ---: |', '| febrl4 | 0.99 |', '| x      |    1 |'].join('\n'));
});

import { readQueueFilter } from './queue-filter.js';

it.each([
  [{}, {}],
  [
    { sort: '-weight', minWeight: 2.5, source: 'crm' },
    { sort: '-weight', minWeight: 2.5, source: 'crm' },
  ],
  [{ sort: 'priority', status: 'open' }, {}],
  [{ sort: 'informative' }, { sort: 'informative' }],
  [{ sort: 'colour', minWeight: 'many', source: 'NO', reason: 'none', assignee: '' }, {}],
  [
    { status: 'skipped', reason: 'separated', assignee: 'ann' },
    { status: 'skipped', reason: 'separated', assignee: 'ann' },
  ],
])('of the address %j is %j', (search, filter) => expect(readQueueFilter(search)).toEqual(filter));

import { readRules, ruleText, writeRules } from './rules-text.js';

it.each([
  [{ group: 'name' }, 'with the group name'],
  [{ strategies: [{ kind: 'mostRecent' }] }, 'Most recent'],
  [
    { strategies: [{ kind: 'sourcePriority', sources: ['registry', 'crm'] }, { kind: 'longest' }] },
    'Source priority (registry, crm), then longest',
  ],
  [{ strategies: [{ kind: 'union', limit: 5 }] }, 'Union (limit 5)'],
  [
    { strategies: [{ kind: 'trust', decay: { curve: 'linear', minimum: 0.1, periodDays: 730 } }] },
    'Trust (decay curve linear, minimum 0.1, periodDays 730)',
  ],
  [undefined, 'no rule'],
  ['half', 'no rule'],
  [{ strategies: [null, { kind: 'longest' }] }, '…, then longest'],
])('the rule %j is %s', (rule, text) => expect(ruleText(rule)).toBe(text));

it('reads what it has written', () => {
  const rules = { attributes: { name: { strategies: [{ kind: 'longest' as const }] } } };
  expect(readRules(writeRules(rules))).toEqual(rules);
});

it.each(['', '{', '[]', '{}', '{ "attributes": [] }', '{ "attributes": {}, "groups": 1 }'])(
  'reads no rules from %s',
  (text) => expect(readRules(text)).toBeUndefined(),
);

import type { SurvivorshipRules } from '../survivorship/rules.js';
import type { attributes } from './attributes.js';

/** The shipped rules: facts of the thing by what most say, words by trust, prices by age. */
export const survivorship: SurvivorshipRules<typeof attributes> = {
  name: { strategies: ['trust', 'mostRecent', 'longest'] },
  description: { strategies: ['longest', 'trust', 'mostRecent'] },
  brand: { strategies: ['mostFrequent', 'trust', 'mostRecent'] },
  manufacturer: { strategies: ['mostFrequent', 'trust', 'mostRecent'] },
  model: { strategies: ['mostFrequent', 'trust', 'mostRecent', 'longest'] },
  mpn: { strategies: ['mostFrequent', 'trust', 'mostRecent', 'longest'] },
  sku: { strategies: ['trust', 'mostRecent'] },
  gtin: { strategies: ['mostFrequent', 'trust', 'mostRecent'] },
  category: { strategies: ['mostFrequent', 'trust', 'longest'] },
  color: { strategies: ['mostFrequent', 'trust', 'mostRecent'] },
  size: { strategies: ['mostFrequent', 'trust', 'mostRecent'] },
  weight: { strategies: ['mostFrequent', 'trust', 'mostRecent'] },
  price: { strategies: ['mostRecent', 'trust', 'minimum'], group: 'price' },
  priceCurrency: { strategies: ['mostRecent', 'trust', 'minimum'], group: 'price' },
  identifiers: { strategies: ['mostComplete', 'trust', 'mostRecent'] },
};
